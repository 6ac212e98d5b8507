/** The bytes of a stored table; on their own, so that they may be looked at as numbers of any width. */
export function readBase64(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'base64'));
}
