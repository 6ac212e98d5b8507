import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readJson } from './json-stream.ts';
import type { JsonPlan, JsonStep } from './json-stream.ts';
import { sketchJson } from './json-sketch.ts';
import { createReport } from './report.ts';
import type { HistoryReport } from './report.ts';

async function* cut(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function walk(
  text: string,
  plan: JsonPlan,
  size = 1 << 20,
): Promise<{ steps: JsonStep[]; report: HistoryReport }> {
  const report = createReport('test', 'utf-8');
  const steps: JsonStep[] = [];
  for await (const batch of readJson(cut(text, size), plan, report)) steps.push(...batch);
  return { steps, report };
}

const PLAN: JsonPlan = { name: 'take', list: 'enter', 'list.*': 'take' };

test('any values, cut into pieces of any size, come out as the platform parses them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.jsonValue()),
      fc.integer({ min: 1, max: 40 }),
      fc.boolean(),
      async (list, size, pretty) => {
        const text = JSON.stringify(
          { skipped: { deep: ['}"\\', list] }, name: 'n"\\', list, after: [] },
          null,
          pretty ? 2 : 0,
        );
        const { steps, report } = await walk(text, PLAN, size);
        const values = steps.filter(({ path, end }) => path === 'list.*' && !end).map(({ value }) => value);
        assert.deepEqual(values, (JSON.parse(text) as { list: unknown[] }).list);
        assert.equal(steps.find(({ path }) => path === 'name')?.value, 'n"\\');
        assert.deepEqual(report.problems, []);
      },
    ),
    { numRuns: 150 },
  );
});

test('control bytes written as \\xNN are understood and noted', async () => {
  const { steps, report } = await walk(String.raw`{"list":[{"t":"a\x0bb\\x41\q"},{"t":"c"}]}`, PLAN);
  assert.deepEqual(
    steps.filter(({ end }) => !end).map(({ value }) => value),
    [{ t: 'a\u000bb\\x41q' }, { t: 'c' }],
  );
  assert.deepEqual(
    report.problems.map(({ code, count }) => [code, count]),
    [['repaired_value', 1]],
  );
});

test('a file cut in the middle gives the whole values before the cut', async () => {
  const { steps, report } = await walk('{"list":[1,\n{"a":[1,2]},\n{"a":[1,', PLAN);
  assert.deepEqual(
    steps.filter(({ end }) => !end).map(({ value }) => value),
    [1, { a: [1, 2] }],
  );
  assert.deepEqual(report.problems, [{ code: 'truncated', count: 1, line: 3 }]);
  assert.equal(report.truncated, true);
});

test('one broken value costs one value, with its line', async () => {
  const { steps, report } = await walk('{"list":[\n{"a":1},\n{"a":nope},\n{"a":3}\n]}', PLAN);
  assert.deepEqual(
    steps.filter(({ end }) => !end).map(({ value, line }) => [value, line]),
    [
      [{ a: 1 }, 2],
      [{ a: 3 }, 4],
    ],
  );
  assert.deepEqual(report.unknownSamples, [{ line: 3, excerpt: '{"a":nope}' }]);
});

test('a sketch lists key paths even of a cut beginning', () => {
  assert.deepEqual(
    [...sketchJson('{"a":{"b":[{"c":"x\\"y","d":1},{"e":')],
    ['a', 'a.b', 'a.b.*.c', 'a.b.*.d', 'a.b.*.e'],
  );
  assert.deepEqual([...sketchJson('[{"a":1}]')], ['*.a']);
  assert.equal(sketchJson('hello').size, 0);
});
