/**
 * Kill -9 in the middle of a talk of twenty messages a second between two open pages: the server, its PostgreSQL, and a
 * server on an external database. The pages catch up by themselves, without a reload, and then show every acknowledged
 * message exactly once, in the order of the record.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import type { Browser } from 'playwright-core';
import { cloneDatabase } from '../server/platform/testing-database.ts';
import { launchBrowser, openPage, type Watched } from './kit/browser.ts';
import { chatterStart, countAcknowledged, startChatter, stopChatter } from './kit/chatter.ts';
import type { Client } from './kit/client.ts';
import { readTexts } from './kit/phone.ts';
import {
  cleanUp,
  findPostgresPid,
  makeDataDir,
  startServer,
  waitUntil,
  type ServerProcess,
} from './kit/server-process.ts';
import { foundFair, joinFair, readAll } from './kit/story.ts';
import { inMember } from './kit/words.ts';

let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  await cleanUp();
});

/** A group, two members with open pages, and the first of them as a client for the record. */
async function openTalk(server: () => ServerProcess) {
  const fair = await foundFair(server);
  const members: Client[] = [];
  const phones: Watched[] = [];
  for (const name of ['阮阮', '老谭']) {
    const client = await joinFair(server, fair, name);
    const phone = await openPage(browser, { as: { client, url: server().url } });
    await phone.page.goto(`${server().url}/g/${fair.groupId}`);
    await phone.page.getByRole('textbox', { name: inMember.chat.placeholder }).waitFor();
    members.push(client);
    phones.push(phone);
  }
  return { groupId: fair.groupId, reader: members[0]!, phones };
}

type Talk = Awaited<ReturnType<typeof openTalk>>;

/** Lets both pages talk, disturbs them, and compares what they show in the end with what was recorded. */
async function disturbTalk({ groupId, reader, phones }: Talk, disturb: (talk: Talk) => Promise<void>): Promise<void> {
  const pages = phones.map(({ page }) => page);
  for (const [index, page] of pages.entries()) await startChatter(page, { groupId, name: `${index}`, perSecond: 10 });
  const count = async () => (await Promise.all(pages.map(countAcknowledged))).reduce((sum, some) => sum + some, 0);
  await waitUntil(async () => (await count()) >= 20, 'a lively talk');
  await disturb({ groupId, reader, phones });
  const atReturn = await count();
  await waitUntil(async () => (await count()) >= atReturn + 20, 'the talk to go on');

  const said = await Promise.all(pages.map(stopChatter));
  assert.deepEqual(
    said.flatMap(({ refused }) => refused),
    [],
    'refused',
  );
  const acknowledged = said.flatMap((one) => one.acknowledged).sort();
  const recorded = (await readAll(reader, groupId))
    .map(({ text }) => text)
    .filter((text) => text.startsWith(chatterStart));
  assert.deepEqual([...recorded].sort(), acknowledged, 'the record holds what was acknowledged, each once');
  for (const page of pages) {
    await waitUntil(
      async () => (await readTexts(page, chatterStart)).length >= recorded.length,
      'the page to catch up',
    );
    assert.deepEqual(await readTexts(page, chatterStart), recorded, 'the page shows the record');
    await page.getByText(inMember.chat.offline).waitFor({ state: 'hidden' });
  }
  for (const phone of phones) await phone.close();
}

/** Kills the server, and starts it again once both pages have noticed. */
async function killAndRestart(server: ServerProcess, restart: () => Promise<ServerProcess>, { phones }: Talk) {
  await server.kill();
  for (const { page } of phones) await page.getByText(inMember.chat.offline).waitFor();
  return restart();
}

test('the server is killed and started again: the open pages catch up', async () => {
  const dataDir = await makeDataDir();
  let server = await startServer({ dataDir });
  const talk = await openTalk(() => server);
  await disturbTalk(talk, async () => {
    server = await killAndRestart(server, () => startServer({ dataDir, port: server.port }), talk);
  });
  assert.equal(await server.stop(), 0);
});

test('PostgreSQL is killed and comes back: the open pages catch up', async () => {
  const dataDir = await makeDataDir();
  const server = await startServer({ dataDir });
  await disturbTalk(await openTalk(() => server), async () => {
    const pid = await findPostgresPid(dataDir);
    assert.ok(pid);
    process.kill(pid, 'SIGKILL');
    await waitUntil(async () => ![undefined, pid].includes(await findPostgresPid(dataDir)), 'PostgreSQL to come back');
  });
  assert.equal(await server.stop(), 0);
});

test('with an external database: its connections are cut, then the server is killed', async () => {
  const database = await cloneDatabase();
  const options = { dataDir: await makeDataDir(), env: { DATABASE_URL: database.url } };
  try {
    let server = await startServer(options);
    const talk = await openTalk(() => server);
    await disturbTalk(talk, async () => {
      await cutConnections(database.url);
      server = await killAndRestart(server, () => startServer({ ...options, port: server.port }), talk);
    });
    assert.equal(await server.stop(), 0);
  } finally {
    await database.drop();
  }
});

/** What every client of a database sees when its PostgreSQL dies. */
async function cutConnections(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await client.end();
}
