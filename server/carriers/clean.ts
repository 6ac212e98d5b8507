/** Keeps what people typed as they typed it, minus what no screen can show and no database can hold. */

// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Text of several lines: no control characters, no broken characters, at most two empty lines in a row, trimmed. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(controls, '')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim();
}

/** Text of one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}
