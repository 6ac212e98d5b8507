/** Kinds of pictures that are taken; HEIC is named only to be refused with the right advice. */
export type PictureKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif';

/** What the first bytes say that the content is, whatever the file is called; undefined when it is none of ours. */
export function readPictureKind(bytes: Uint8Array): PictureKind | undefined {
  const head = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'gif';
  // ISO media files: the brands (major, then compatible) tell AVIF from HEIC and from films.
  if (head.slice(4, 8) === 'ftyp' && /avif|avis/.test(head.slice(8))) return 'avif';
  return undefined;
}
