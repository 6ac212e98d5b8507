/** Which statements a stretch of work sends to the database, and which tables their plans touch. */
import pg from 'pg';

/** A statement as it was sent first. */
export interface Statement {
  text: string;
  values: unknown[];
}

/** Runs `work` and gives every different statement that this process sent meanwhile. */
export async function recordStatements(work: () => Promise<void>): Promise<Statement[]> {
  const seen = new Map<string, Statement>();
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const original = prototype.query;
  prototype.query = function record(this: unknown, ...args: unknown[]) {
    const [first, second] = args;
    const config = typeof first === 'string' ? { text: first, values: second } : (first as Partial<Statement> | null);
    if (typeof config?.text === 'string' && !seen.has(config.text)) {
      const values: unknown = config.values ?? second;
      seen.set(config.text, { text: config.text, values: Array.isArray(values) ? values : [] });
    }
    return original.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = original;
  }
  return [...seen.values()].filter(({ text }) => /^\s*(\/\*.*?\*\/\s*)?(with|select)\b/i.test(text));
}

/** The tables that the plan of a statement reads, by EXPLAIN. */
export async function explainTables(database: pg.Client, { text, values }: Statement): Promise<string[]> {
  const { rows } = await database.query<{ 'QUERY PLAN': unknown }>({ text: `explain (format json) ${text}`, values });
  const tables = new Set<string>();
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (node === null || typeof node !== 'object') return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'Relation Name' && typeof value === 'string') tables.add(value);
      else walk(value);
    }
  };
  walk(rows[0]!['QUERY PLAN']);
  return [...tables];
}
