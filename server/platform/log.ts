/** Levels in rising order of trouble. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Facts beside a log line: ids, counts and codes. Never message text, names or secrets. */
export type LogFacts = Record<string, unknown>;

/** Writes structured lines; `with` adds facts to every later line. */
export interface Log {
  debug(event: string, facts?: LogFacts): void;
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  error(event: string, facts?: LogFacts): void;
  with(facts: LogFacts): Log;
}

const order: Record<LogLevel, number> = { debug: 0, info: 1, warn: 2, error: 3 };

/** A log that hands one JSON line for each entry at or above `level` to `write`. */
export function createLog(options: { level: LogLevel; write: (line: string) => void; now?: () => Date }): Log {
  const { level, write, now = () => new Date() } = options;
  const make = (base: LogFacts): Log => {
    const entry = (at: LogLevel) => (event: string, facts?: LogFacts) => {
      if (order[at] < order[level]) return;
      write(JSON.stringify({ at: now().toISOString(), level: at, event, ...base, ...plain(facts) }));
    };
    return {
      debug: entry('debug'),
      info: entry('info'),
      warn: entry('warn'),
      error: entry('error'),
      with: (facts) => make({ ...base, ...facts }),
    };
  };
  return make({});
}

/** A log that drops everything. */
export const silentLog: Log = createLog({ level: 'error', write: () => {} });

/**
 * Errors become name, code and stack. A database error's `detail` and any error's message may quote a row (a name, a
 * message), so of a PostgreSQL error only its SQLSTATE and the names of table and constraint are kept.
 */
function plain(facts: LogFacts | undefined): LogFacts {
  if (!facts) return {};
  const out: LogFacts = {};
  for (const [key, value] of Object.entries(facts)) out[key] = value instanceof Error ? describeError(value) : value;
  return out;
}

function describeError(error: Error): LogFacts {
  const { code, table, constraint } = error as { code?: unknown; table?: unknown; constraint?: unknown };
  const sqlState = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  const frames = error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12);
  return {
    name: error.name,
    code,
    ...(sqlState ? { table, constraint } : { message: error.message }),
    stack: frames?.map((line) => line.trim()),
    ...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
  };
}
