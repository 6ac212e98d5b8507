/**
 * Transactions whose statements need not wait for each other. Every packet wakes a sleeping process of the database, which costs more
 * than most statements; so `begin` travels with the first statement, those started together share a packet, and the last ones take `commit` along.
 */
import {
  AbortedTransactionError,
  DefaultQueryExecutor,
  DummyDriver,
  PostgresAdapter,
  PostgresQueryCompiler,
  Transaction,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
  type RawBuilder,
} from 'kysely';
import type pg from 'pg';
import type { Db } from './database.ts';
import type { PreparingClient } from './prepared.ts';

/** One statement that was not sent yet. */
export type Statement = RawBuilder<unknown>;

/** A transaction that is open; `commit` or `rollback` ends it, and gives its connection back. */
export interface OpenTransaction {
  /** Statements that are started without waiting for each other are sent together, in the order of starting. */
  readonly db: Db;
  /**
   * Sends the last statements and the commit together and gives the rows of each; when one of them fails nothing is committed, and its
   * error is thrown.
   */
  commit(last: readonly Statement[]): Promise<readonly unknown[][]>;
  /** Gives up what was written; nothing happens when it has ended already. */
  rollback(): Promise<void>;
}

/** Makes the function that opens transactions on a pool. The first statement begins it: one that asks nothing costs nothing. */
export function transactionsOn(pool: pg.Pool, dialect: Dialect): () => Promise<OpenTransaction> {
  const compiler = new PostgresQueryCompiler();
  const adapter = new PostgresAdapter();
  // Kysely asks it for connections outside of transactions only.
  const driver = new DummyDriver();
  return async () => {
    const line = openLine((await pool.connect()) as PoolClient);
    const connection: DatabaseConnection = {
      executeQuery: async <Row>(query: CompiledQuery) => resultOf<Row>(await line.send(query)),
      streamQuery: () => {
        throw new Error('rows cannot be streamed inside a transaction');
      },
    };
    const executor = new DefaultQueryExecutor(compiler, adapter, {
      provideConnection: (consumer) => consumer(connection),
    });
    // Said, not proven: the compiler would compare every method of both builders, which takes it seconds.
    const db = new Transaction<unknown>({ config: { dialect }, dialect, driver, executor }) as unknown as Db;
    return {
      db,
      commit: async (last) => {
        const queries = last.map((statement) => statement.compile(db));
        const answers = await line.end('commit', queries);
        return answers.map(({ rows }) => rows ?? []);
      },
      rollback: async () => void (await line.end('rollback', [])),
    };
  };
}

type PoolClient = pg.PoolClient & PreparingClient;
type Query = Pick<CompiledQuery, 'sql' | 'parameters'>;

/** The way of statements to one connection, from `begin` to the end of the transaction. */
interface Line {
  send(query: Query): Promise<pg.QueryResult>;
  /** Gives the answers to the last statements. */
  end(how: 'commit' | 'rollback', last: readonly Query[]): Promise<pg.QueryResult[]>;
}

function openLine(client: PoolClient): Line {
  let state: 'waiting' | 'open' | 'over' = 'waiting';
  /** Whether the driver could not even send a statement: then the database would commit without it. */
  let isTorn = false;
  client.gather(true);
  const put = ({ sql, parameters }: Query) =>
    new Promise<pg.QueryResult>((resolve, reject) => {
      let isLeaving = true;
      client.query(sql, [...parameters], (error: Error | null, result: pg.QueryResult) => {
        if (!error) return resolve(result);
        isTorn ||= isLeaving;
        // The driver's stack leads to a socket; this one, with what awaits it, to the statement.
        Error.captureStackTrace(error);
        reject(error);
      });
      isLeaving = false;
    });
  const send: Line['send'] = async (query) => {
    if (state === 'over') throw new Error('the transaction is over: a statement came after its end');
    // When it fails, so does what follows it.
    if (state === 'waiting') put({ sql: 'begin', parameters: [] }).catch(() => {});
    state = 'open';
    return put(query);
  };
  const end: Line['end'] = async (how, last) => {
    if (state === 'over') return [];
    const sent = last.map(send);
    const isEmpty = state === 'waiting';
    state = 'over';
    const word = isTorn ? 'rollback' : how;
    const answers = await Promise.allSettled(isEmpty ? [] : [...sent, put({ sql: word, parameters: [] })]);
    const ended = answers.at(-1);
    client.gather(false);
    client.release(word === 'rollback' && ended?.status === 'rejected');
    if (how === 'rollback') return [];
    // The first one is the cause: those after it only heard that the transaction is aborted.
    const given = answers.map((answer) => {
      if (answer.status === 'rejected') throw answer.reason;
      return answer.value;
    });
    if (given.at(-1)?.command === 'ROLLBACK') throw new AbortedTransactionError();
    return given.slice(0, -1);
  };
  return { send, end };
}

function resultOf<Row>({ command, rowCount, rows }: pg.QueryResult): QueryResult<Row> {
  const writes = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE';
  return { ...(writes ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}), rows: (rows ?? []) as Row[] };
}
