import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { silentLog } from '../log.ts';
import { cloneDatabase } from '../testing-database.ts';
import { isConnectionLoss, openDatabase, sqlState } from './database.ts';

const clone = await cloneDatabase();
// One connection: what a transaction leaves behind on it, the next one finds.
const database = openDatabase({ connection: clone.url, maxConnections: 1, log: silentLog });
after(async () => {
  await database.close();
  await clone.drop();
});
await sql`create table probe (id serial primary key, word text unique)`.execute(database.db);

const insert = (word: string) => sql`insert into probe (word) values (${word})`;
async function listWords(): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`select word from probe order by id`.execute(database.db);
  return rows.map(({ word }) => word);
}
async function empty(): Promise<void> {
  await sql`truncate probe restart identity`.execute(database.db);
}

test('statements that are started together run in the order of starting, and answers find their questions', async () => {
  await empty();
  const transaction = await database.open();
  const words = ['one', 'two', 'three', 'four'];
  const answers = await Promise.all(
    words.map((word) =>
      sql<{ word: string }>`insert into probe (word) values (${word}) returning word`.execute(transaction.db),
    ),
  );
  assert.deepEqual(
    answers.map(({ rows, numAffectedRows }) => [rows[0]!.word, numAffectedRows]),
    words.map((word) => [word, 1n]),
  );
  await transaction.commit([insert('five'), insert('six')]);
  assert.deepEqual(await listWords(), [...words, 'five', 'six']);
});

test('begin, all statements and the commit are three packets when one question waits for another', async () => {
  const client = await database.pool.connect();
  const { stream } = (client as unknown as { connection: { stream: NodeJS.WritableStream } }).connection;
  client.release();
  let packets = 0;
  const raw = stream as unknown as Record<'_write' | '_writev', (...given: unknown[]) => unknown>;
  for (const name of ['_write', '_writev'] as const) {
    const write = raw[name].bind(stream);
    raw[name] = (...given) => {
      packets += 1;
      return write(...given);
    };
  }
  const transaction = await database.open();
  await Promise.all([insert('a').execute(transaction.db), insert('b').execute(transaction.db)]);
  assert.equal(packets, 1);
  await sql`select count(*) from probe`.execute(transaction.db);
  await transaction.commit([insert('c'), insert('d')]);
  assert.equal(packets, 3);
});

test('when one fails, its neighbours fail with it, its own error is told, and the connection is good again', async () => {
  await empty();
  const transaction = await database.open();
  const answers = await Promise.allSettled(
    ['same', 'same', 'other'].map((word) => insert(word).execute(transaction.db)),
  );
  const codes = answers.map((answer) => (answer.status === 'rejected' ? sqlState(answer.reason) : 'written'));
  assert.deepEqual(codes, ['written', '23505', '25P02']);
  await transaction.rollback();
  assert.deepEqual(await listWords(), []);
});

test('what fails beside the commit is told, and nothing is committed', async () => {
  await empty();
  const transaction = await database.open();
  await insert('same').execute(transaction.db);
  await assert.rejects(transaction.commit([insert('new'), insert('same'), insert('newer')]), { code: '23505' });
  await transaction.rollback();
  assert.deepEqual(await listWords(), []);
});

test('a last statement that cannot even be sent lets nothing be committed', async () => {
  await empty();
  const transaction = await database.open();
  await insert('first').execute(transaction.db);
  const broken = {
    toPostgres: () => {
      throw new Error('no such value');
    },
  };
  await assert.rejects(transaction.commit([sql`insert into probe (word) values (${broken})`]), /no such value/);
  assert.deepEqual(await listWords(), []);
});

test('who overlooks a failure is told at the commit', async () => {
  await empty();
  const transaction = await database.open();
  await insert('first').execute(transaction.db);
  await sql`select 1 / 0`.execute(transaction.db).catch(() => {});
  await assert.rejects(transaction.commit([]), { name: 'AbortedTransactionError' });
  assert.deepEqual(await listWords(), []);
});

test('a statement after the end is refused: the connection may be somebody else by then', async () => {
  await empty();
  const transaction = await database.open();
  await insert('first').execute(transaction.db);
  await transaction.commit([]);
  await assert.rejects(insert('late').execute(transaction.db), /the transaction is over/);
  await transaction.rollback();
  assert.deepEqual(await listWords(), ['first']);
});

test('who asks nothing costs nothing; what is given up while it runs is given up whole', async () => {
  await empty();
  await (await database.open()).commit([]);
  const transaction = await database.open();
  const slow = sql`select pg_sleep(0.01)`.execute(transaction.db);
  const written = insert('first').execute(transaction.db);
  await transaction.rollback();
  await Promise.all([slow, written]);
  assert.deepEqual(await listWords(), []);
});

test('a connection that is lost on the way is told as such and replaced', async () => {
  await empty();
  const transaction = await database.open();
  const [, lost] = await Promise.allSettled([
    insert('first').execute(transaction.db),
    sql`select pg_terminate_backend(pg_backend_pid())`.execute(transaction.db),
  ]);
  assert.equal(lost.status, 'rejected');
  await assert.rejects(transaction.commit([insert('second')]), isConnectionLoss);
  assert.deepEqual(await listWords(), []);
});
