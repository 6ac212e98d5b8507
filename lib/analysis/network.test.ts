import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HistoryMessage } from '../history/index.ts';
import { diagnoseOne, idOf, inventGroup, inventReply, makeMessage } from './testing.ts';

/** The same group under other names. */
function rename(messages: readonly HistoryMessage[], prefix: string): HistoryMessage[] {
  return messages.map((one) => {
    const name = `${prefix}${one.author.name}`;
    return { ...one, author: { name, externalId: `u-${name}` } };
  });
}

const readers = rename(inventGroup({ people: 9, days: 40, perDay: 14, seed: 'readers' }), '书');
const climbers = rename(inventGroup({ people: 9, days: 40, perDay: 14, seed: 'climbers' }), '山');

function inOrder(messages: HistoryMessage[]): HistoryMessage[] {
  return messages.sort((one, other) => one.at - other.at);
}

test('two circles that were planted are found, with the one who ties them', async () => {
  const bridges = [...readers, ...climbers]
    .filter((_, at) => at % 16 === 0)
    .map((parent, at) =>
      makeMessage({
        who: '桥上人',
        text: inventReply(at),
        at: parent.at + 30_000,
        id: `bridge${at}`,
        answers: parent.externalId!,
      }),
    );
  const back = bridges
    .filter((_, at) => at % 2 === 0)
    .map((parent, at) =>
      makeMessage({
        who: at % 2 === 0 ? readers[at]!.author.name : climbers[at]!.author.name,
        text: inventReply(at + 50),
        at: parent.at + 20_000,
        id: `back${at}`,
        answers: parent.externalId!,
      }),
    );
  const group = await diagnoseOne(inOrder([...readers, ...climbers, ...bridges, ...back]));
  assert.equal(group.structure.circles.length, 2);
  const sides = group.structure.circles.map(
    ({ people }) => new Set(people.map((id) => group.people.find((one) => one.id === id)!.name[0])),
  );
  for (const side of sides) side.delete('桥');
  assert.deepEqual(
    sides.map((side) => side.size),
    [1, 1],
  );
  assert.equal(group.structure.brokers[0], idOf(group, '桥上人'));
  const label = group.people.find(({ name }) => name === '桥上人')?.roles.find(({ role }) => role === 'connector');
  assert.equal(label?.state, 'assigned');
  assert.ok(
    group.advice.some(({ code, params }) => code === 'bridge_circles' && params.person === idOf(group, '桥上人')),
  );
});

test('one mesh has no circles, and a drawing has a place for everybody', async () => {
  const group = await diagnoseOne(inventGroup({ people: 18, days: 40, perDay: 28 }));
  assert.deepEqual(group.structure.circles, []);
  assert.equal(group.metrics['net.Q']?.reason, 'not_significant');
  assert.equal(group.graph.nodes.length, 18);
  for (const { x, y } of group.graph.nodes) assert.ok(x >= 0 && x <= 1 && y >= 0 && y <= 1);
  const places = new Set(group.graph.nodes.map(({ x, y }) => `${x} ${y}`));
  assert.equal(places.size, 18);
  const drawn = new Set(group.graph.nodes.map(({ person }) => person));
  assert.ok(
    group.graph.edges.length > 0 && group.graph.edges.every(({ from, to }) => drawn.has(from) && drawn.has(to)),
  );
});
