/** Words of held messages, reports, lessons and trials are for who decides; who only looks on sees that there is a case, and why. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { said } from '../messages/testing.ts';
import { ask, enter, held, heldWord, mine, openCourt, openCourtApp } from './testing.ts';

const app = await openCourtApp();
const secret = '私房话只说给管家听';

test('a viewer sees cases, counts and reasons, and no word of anybody; who moderates sees them', async () => {
  const court = await openCourt(app);
  const viewer = await app.operator('viewer', court.communityId);
  const [author, neighbour] = [await enter(court, '小满'), await enter(court, '阿德')];
  const own = await held(court, author, `${heldWord}，${secret}`);
  const spoken = await said(court, neighbour, `${secret}，今天的汤`);
  const report = await app.request('POST', `${court.base}/messages/${spoken.id}/report`, {
    as: author.actor,
    body: { reason: 'insult', words: `${secret}，他说我` },
  });
  assert.equal(report.status, 200, report.text);
  assert.equal((await ask(court, `POST /cases/${own.id}/uphold`, { body: { note: `${secret}，别急` } })).status, 200);
  const appeal = { as: author.actor, body: { text: `${secret}，再看看` } };
  const appealed = await app.request('POST', `${court.base}/cases/${own.id}/appeal`, appeal);
  assert.ok(appealed.status < 300, appealed.text);
  const taught = await ask(court, 'POST /lessons', {
    body: { about: { text: `${secret}，教一句` }, isUnwelcome: true },
  });
  assert.equal(taught.status, 201, taught.text);
  const { items } = (await ask(court, 'GET /cases?state=open')).body;
  const paths = ['/cases', '/cases?state=open', '/lessons', ...items.map(({ id }: { id: string }) => `/cases/${id}`)];
  for (const path of paths) {
    const [whole, outside] = [await ask(court, `GET ${path}`), await ask(court, `GET ${path}`, { as: viewer })];
    assert.equal(outside.status, 200, path);
    assert.match(whole.text, new RegExp(secret), path);
    assert.doesNotMatch(outside.text, new RegExp(`${secret}|${heldWord}`), path);
  }
  const { body } = await ask(court, `GET /cases/${own.id}`, { as: viewer });
  assert.deepEqual(
    [body.state, body.draft, body.appeal, body.evidence[0].check, body.evidence[0].spans, body.reading],
    ['appealed', null, '', 'terms', [], null],
  );
  assert.equal((await ask(court, 'GET /counts', { as: viewer })).body.appealed, 1);
  assert.match(JSON.stringify(await mine(court, author)), new RegExp(secret), 'one’s own words are one’s own');
});

test('what a dry run would have stopped is read by who moderates only', async () => {
  const court = await openCourt(app);
  const viewer = await app.operator('viewer', court.communityId);
  const phone = await enter(court, '小满');
  await said(court, phone, `砂锅粥要小火，${secret}`);
  const list = { name: '砂锅', effect: 'hold', mode: 'dry', terms: ['砂锅粥'] };
  const { body: added } = await ask(court, 'POST /lists', { as: court.owner, body: list });
  const about = { kind: 'list', listId: added.list.id };
  const run = await ask(court, 'POST /dry-runs', { as: court.owner, body: { about } });
  assert.equal(run.status, 202, run.text);
  await app.settle();
  const path = `GET /dry-runs/${run.body.id}/hits`;
  const [whole, outside] = [await ask(court, path), await ask(court, path, { as: viewer })];
  assert.match(whole.text, new RegExp(secret));
  assert.doesNotMatch(outside.text, new RegExp(`${secret}|砂锅粥`));
  assert.deepEqual([outside.body.items.length, outside.body.items[0].text], [1, null], outside.text);
});
