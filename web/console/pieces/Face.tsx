import type { CSSProperties } from 'react';

const tints = 6;

/** A face in place of a photo: the last two letters of a Latin name's words, or one Chinese character, on a tint of its own. */
export function Face({ name, seed, size = 32, square = false, pictureId }: FaceProps) {
  const shape = square ? 'av sq' : 'av';
  const style: CSSProperties = { width: size, height: size, fontSize: Math.max(11, Math.round(size * 0.42)) };
  if (pictureId) {
    return <img className={shape} style={style} src={`/api/files/${pictureId}?size=thumb`} alt="" />;
  }
  return (
    <span className={`${shape} a${tintOf(seed ?? name)}`} style={style} aria-hidden="true">
      {initialOf(name)}
    </span>
  );
}

interface FaceProps {
  name: string;
  /** What decides the tint; the name when absent. */
  seed?: string | undefined;
  size?: number;
  square?: boolean;
  pictureId?: string | null | undefined;
}

function initialOf(name: string): string {
  const letter = Array.from(name.trim()).find((char) => /[\p{L}\p{N}]/u.test(char));
  return (letter ?? '·').toUpperCase();
}

function tintOf(seed: string): number {
  let sum = 0;
  for (const char of seed) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return sum % tints;
}
