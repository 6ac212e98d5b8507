/** A command was called wrongly; the text says how it is called. */
export class UsageError extends Error {}

/** Prints a line for people. */
export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}
