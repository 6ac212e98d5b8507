import { sql } from 'kysely';
import pg from 'pg';

const mark = '/* prepared */';

/**
 * Put first in a statement that runs all the time: `sql\`${prepared} select …\``. Each connection then parses and plans it
 * once. For statements with one obvious plan only, as PostgreSQL may keep a plan that does not look at the values; and never
 * with `select *`, which a later migration would make into another statement.
 */
export const prepared = sql.raw(mark);

/** Names by text; marked texts are literals of the program, so there are as many as stand in it. */
const names = new Map<string, string>();

/** A connection that keeps marked statements prepared, and gathers what need not wait for an answer. */
export class PreparingClient extends pg.Client {
  /** From now on statements are sent without waiting for the answers of those before; those of one moment in one packet. */
  gather(on: boolean): void {
    // Read anew for each statement; only its type says that it stays as it was.
    (this as { pipeline: boolean }).pipeline = on;
  }

  // `pg` overloads `query` eight times; only the form with text and values matters here, the rest is passed on.
  override query(...args: unknown[]): never {
    const [text, values, ...rest] = args;
    const run = super.query as (...all: unknown[]) => never;
    if (this.pipeline) {
      const { stream } = this.connection;
      stream.cork();
      process.nextTick(() => stream.uncork());
    }
    if (typeof text !== 'string' || !text.trimStart().startsWith(mark)) return run.apply(this, args);
    return run.call(this, { name: nameOf(text), text, values }, ...rest);
  }
}

function nameOf(text: string): string {
  const name = names.get(text) ?? `miaohui_${names.size}`;
  names.set(text, name);
  return name;
}
