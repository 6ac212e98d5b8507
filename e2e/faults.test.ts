/**
 * Nothing that was acknowledged is ever lost, and nothing is there twice: the server, then its database, is killed
 * in the middle of a lively talk; phones repeat what was not acknowledged and catch up by themselves.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { setInterval as every } from 'node:timers/promises';
import { localDay } from '../server/platform/clock.ts';
import { cloneDatabase } from '../server/platform/testing-database.ts';
import type { Client } from './kit/client.ts';
import {
  cleanUp,
  findPostgresPid,
  makeDataDir,
  startServer,
  waitUntil,
  type ServerProcess,
} from './kit/server-process.ts';
import { foundFair, joinFair, readAll, type Fair } from './kit/story.ts';

after(cleanUp);

const postsPerSecond = 20;

interface Talk {
  /** Texts that the server acknowledged, with the message id that it gave. */
  readonly acknowledged: Map<string, string>;
  /** Resolves when everything that was said has been acknowledged. */
  stop(): Promise<void>;
}

/**
 * Two phones talk at a steady rate; what gets no answer, or is too much at once when all has to be repeated, is repeated under the
 * same client id until it does.
 */
function startTalk(phones: readonly Client[], fair: Fair): Talk {
  const acknowledged = new Map<string, string>();
  const open = new Set<Promise<void>>();
  const stopped = new AbortController();
  const say = async (phone: Client, text: string) => {
    const body = { clientId: randomUUID(), kind: 'text', text };
    for (;;) {
      const answer = await phone
        .request('POST', `/api/member/groups/${fair.groupId}/messages`, body)
        .catch(() => undefined);
      if (answer?.status === 201) return void acknowledged.set(text, answer.body.message.id);
      if (answer && answer.status < 500 && answer.status !== 429)
        throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };
  const speaking = (async () => {
    let number = 0;
    try {
      for await (const _ of every(1000 / postsPerSecond, undefined, { signal: stopped.signal })) {
        const text = `第 ${++number} 句`;
        const said = say(phones[number % phones.length]!, text);
        open.add(said);
        void said.finally(() => open.delete(said)).catch(() => {});
      }
    } catch (error) {
      if (!stopped.signal.aborted) throw error;
    }
  })();
  return {
    acknowledged,
    stop: async () => {
      stopped.abort();
      await speaking;
      await Promise.all(open);
    },
  };
}

async function checkTalk(talk: Talk, reader: Client, fair: Fair): Promise<void> {
  const messages = (await readAll(reader, fair.groupId)).filter((message) => message.kind === 'text');
  const byText = new Map<string, string[]>();
  for (const message of messages) byText.set(message.text, [...(byText.get(message.text) ?? []), message.id]);
  const lost = [...talk.acknowledged].filter(([text, id]) => !byText.get(text)?.includes(id));
  const doubled = [...byText].filter(([, ids]) => ids.length > 1);
  assert.deepEqual(lost, [], 'acknowledged and gone');
  assert.deepEqual(doubled, [], 'there twice');
  const numbers = messages.map((message) => message.seq as number);
  assert.equal(new Set(numbers).size, numbers.length);
  assert.ok(talk.acknowledged.size >= 40, `only ${talk.acknowledged.size} messages were said`);
}

/** Counters are what a recount of the talk gives, and the inbox has heard each message once. */
async function checkCounters(reader: Client, fair: Fair): Promise<void> {
  const messages = await readAll(reader, fair.groupId);
  const days = new Set(messages.map(({ at }) => localDay(new Date(at), 'Asia/Shanghai')));
  const speakers = new Set(
    messages.map(({ at, author }) => `${author.identityId} ${localDay(new Date(at), 'Asia/Shanghai')}`),
  );
  const [from, to] = [[...days].sort()[0], [...days].sort().at(-1)];
  const base = `/api/communities/${fair.communityId}`;
  const counted = await fair.operator.call('GET', `${base}/groups/${fair.groupId}/days?from=${from}&to=${to}`);
  const sum = (key: 'messages' | 'speakers') =>
    counted.items.reduce((total: number, day: Record<typeof key, number>) => total + day[key], 0);
  assert.equal(sum('messages'), messages.length, 'messages counted');
  assert.equal(sum('speakers'), speakers.size, 'speakers counted');
  const ofMembers = messages.filter(({ author }) => author.kind === 'member').length;
  let unread = -1;
  await waitUntil(async () => {
    unread = (await fair.operator.call('GET', `${base}/inbox`)).items[0].unread;
    return unread >= ofMembers;
  }, 'the inbox to have heard everything');
  assert.equal(unread, ofMembers, 'heard once');
}

/** A talk during which `disturb` happens once it is lively. */
async function runStory(
  options: { dataDir: string; env?: Record<string, string> },
  disturb: (server: ServerProcess) => Promise<ServerProcess>,
): Promise<void> {
  let server = await startServer(options);
  const fair = await foundFair(() => server);
  const phones = [await joinFair(() => server, fair, '阮阮'), await joinFair(() => server, fair, '老谭')];
  const talk = startTalk(phones, fair);
  await waitUntil(() => talk.acknowledged.size >= 20, 'a lively talk');
  server = await disturb(server);
  const before = talk.acknowledged.size;
  await waitUntil(() => talk.acknowledged.size >= before + 20, 'the talk to go on');
  await talk.stop();
  await checkTalk(talk, phones[0]!, fair);
  await checkCounters(phones[0]!, fair);
  assert.equal(await server.stop(), 0, 'it stops in order');
}

test('the server is killed and started again on the same data', async () => {
  const dataDir = await makeDataDir();
  await runStory({ dataDir }, async (server) => {
    await server.kill();
    return startServer({ dataDir, port: server.port });
  });
});

test('PostgreSQL is killed and comes back by itself', async () => {
  const dataDir = await makeDataDir();
  await runStory({ dataDir }, async (server) => {
    const pid = await findPostgresPid(dataDir);
    assert.ok(pid);
    process.kill(pid, 'SIGKILL');
    await waitUntil(async () => ![undefined, pid].includes(await findPostgresPid(dataDir)), 'PostgreSQL to come back');
    return server;
  });
});

test('the same with an external database', async () => {
  const database = await cloneDatabase();
  const options = { dataDir: await makeDataDir(), env: { DATABASE_URL: database.url } };
  try {
    await runStory(options, async (server) => {
      await server.kill();
      return startServer({ ...options, port: server.port });
    });
  } finally {
    await database.drop();
  }
});

test('a second server on the same data says who holds it and touches nothing', async () => {
  const dataDir = await makeDataDir();
  const first = await startServer({ dataDir });
  await assert.rejects(startServer({ dataDir }), new RegExp(`正在被另一个庙会使用（进程 ${first.pid}`));
  assert.equal((await fetch(`${first.url}/readyz`)).status, 200);
  assert.equal(await first.stop(), 0);
});
