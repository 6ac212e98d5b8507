/** Gives the reader a file that the page has written itself. */
export function saveFile(name: string, text: string): void {
  saveBlob({ name, file: new Blob([text], { type: 'text/csv;charset=utf-8' }) });
}

/** Gives the reader a file that the server has sent. */
export function saveBlob({ name, file }: { name: string; file: Blob }): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers begin to read only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** What a spreadsheet would calculate. */
const risky = /^[=+\-@＝＋－＠\t\r']/;

/** Rows as a table that spreadsheets open without calculating anything in it. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    const safe = risky.test(text) ? `'${text}` : text;
    return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
