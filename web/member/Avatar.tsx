import type { ReactElement } from 'react';
import lantern from './art/lantern.svg';

const tints = ['red', 'gold', 'jade', 'indigo', 'plum', 'clay', 'slate'] as const;

/** Who is shown: a picture, else the first character on a tint that stays the same for the same person. */
export interface Face {
  id: string;
  name: string;
  pictureId?: string | null;
  kind?: string;
}

/** A round face. Decorative where the name stands beside it, which is everywhere. */
export function Avatar({ face, size }: { face: Face; size: number }): ReactElement {
  const style = { width: size, height: size, fontSize: Math.round(size * 0.42) };
  if (face.pictureId) {
    return <img className="av" src={fileUrl(face.pictureId, 'thumb')} alt="" loading="lazy" style={style} />;
  }
  if (face.kind === 'official' || face.kind === 'bot') return <img className="av" src={lantern} alt="" style={style} />;
  const sign = [...face.name.trim()][0] ?? '·';
  return (
    <span className={`av av-${tints[hash(face.id) % tints.length]}`} style={style} aria-hidden="true">
      {face.kind === 'tombstone' ? '·' : sign}
    </span>
  );
}

/** The address of a stored picture. */
export function fileUrl(fileId: string, size: 'thumb' | 'full'): string {
  return `/api/files/${encodeURIComponent(fileId)}?size=${size}`;
}

/** A cinnabar seal with the first two signs of a community's name. */
export function Seal({ name, size }: { name: string; size: number }): ReactElement {
  const [first = '庙', second] = [...name.replace(/[^\p{L}\p{N}]/gu, '')];
  const isWide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(first);
  const style = { width: size, height: size, fontSize: Math.round(size * (second || !isWide ? 0.38 : 0.56)) };
  return (
    <span className="seal" style={style} aria-hidden="true">
      {isWide ? first : first.toUpperCase()}
      {isWide && second ? <br /> : null}
      {isWide ? second : null}
    </span>
  );
}

/** FNV-1a: ids made in the same moment differ only at their end, and must still get different tints. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return (sum ^ (sum >>> 15)) >>> 0;
}
