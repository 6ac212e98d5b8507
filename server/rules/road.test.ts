/** What the rules cost on the road of every post: statements are counted as they leave for the database. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as passTime } from 'node:timers/promises';
import pg from 'pg';
import { createGroup } from '../groups/index.ts';
import { messagesSettings, receive } from '../messages/index.ts';
import { createContext } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { setSettings } from '../platform/settings.ts';
import { getRulebook } from './rulebook.ts';
import { ask, enter, heldWord, openCourt, openCourtApp } from './testing.ts';

const app = await openCourtApp();

/** Counts what is asked of the tables of rules, and of who people are, while `work` runs. */
async function count(work: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = [];
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const text = typeof given[0] === 'string' ? given[0] : ((given[0] as { text?: string } | undefined)?.text ?? '');
    if (/\brules_|min\(m\.joined_at\)/.test(text)) asked.push(text.replace(/\s+/g, ' ').trim());
    return Reflect.apply(original, this, given) as never;
  };
  try {
    await work();
  } finally {
    pg.Client.prototype.query = original;
  }
  return asked;
}

test('a batch in which nothing is found asks at most for the number of the rules; else for trust, whatever the batch', async () => {
  const court = await openCourt(app);
  const { communityId, groupId } = court;
  const phones = [await enter(court, '小满'), await enter(court, '阿圆')];
  const value = { floodBurst: 10_000, floodPerMinute: 10_000 };
  await setSettings(app.ctx, messagesSettings, { communityId, value });
  const post = (texts: readonly string[]) => {
    const items = texts.map((text, at) => {
      const { identityId } = phones[at % 2]!;
      const author = { identityId, name: '群友', pictureId: null, role: 'member', kind: 'member' } as const;
      const rest = { externalId: null, at: app.clock.now(), kind: 'text', picture: null, replyTo: null } as const;
      return { sender: { author, mutedUntil: null }, clientId: newId(), text, mentions: [], ...rest };
    });
    return receive(app.ctx, { communityId, groupId, carrier: 'web', origin: 'live', items });
  };
  const clean = (size: number) => Array.from({ length: size }, (_, at) => `第 ${at} 句`);
  await post(clean(1));
  for (const size of [1, 200]) {
    const asked = await count(() => post(clean(size)));
    assert.ok(asked.length <= 1 && asked.every((text) => /rules_revisions/.test(text)), asked.join('\n'));
  }
  for (const size of [1, 200]) {
    const asked = await count(() => post(clean(size).map((text, at) => `${text} ${heldWord} ${at}`)));
    const reads = asked.filter((text) => !/insert into rules_cases|rules_revisions/.test(text));
    assert.equal(reads.length, 2, reads.join('\n'));
    assert.equal(asked.filter((text) => /insert into rules_cases/.test(text)).length, 1);
  }
});

test('a change of the rules holds with the next post in all groups, and another process sees it by itself', async () => {
  const court = await openCourt(app);
  const { communityId, groupId } = court;
  const other = await createGroup(app.ctx, {
    communityId,
    name: '二群',
    tier: 'ordinary',
    carrier: 'web',
    externalId: null,
  });
  const { identityId } = await enter(court, '小满');
  const author = { identityId, name: '群友', pictureId: null, role: 'member', kind: 'member' } as const;
  const rest = { externalId: null, kind: 'text', picture: null, replyTo: null, mentions: [] } as const;
  const post = async (where: string) => {
    const item = {
      sender: { author, mutedUntil: null },
      clientId: newId(),
      text: '谁有溜溜梅',
      at: app.clock.now(),
      ...rest,
    };
    const [answer] = await receive(app.ctx, {
      communityId,
      groupId: where,
      carrier: 'web',
      origin: 'live',
      items: [item],
    });
    return answer!.ok;
  };
  // Another process on the same database: nothing of what this one keeps.
  const elsewhere = createContext({ ...app.services }, { ...app.ctx, actor: { kind: 'system', name: 'elsewhere' } });
  const before = await getRulebook(elsewhere, communityId);
  for (const where of [groupId, other.id]) assert.equal(await post(where), true);
  const body = { name: '零食', effect: 'hold', terms: ['溜溜梅'] };
  assert.equal((await ask(court, 'POST /lists', { as: court.owner, body })).status, 201);
  for (const where of [groupId, other.id]) assert.equal(await post(where), false);
  while ((await getRulebook(elsewhere, communityId)).revision === before.revision) await passTime(10);
  assert.equal((await getRulebook(elsewhere, communityId)).finder?.find('溜溜梅').length, 1);
});
