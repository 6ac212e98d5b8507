import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { canvasSchema } from '../canvas.ts';
import { fullPlaybooks, readBuiltIn } from './built-in.ts';
import { diffPlaybooks } from './diff.ts';
import { formatPlaybook, parsePlaybook, type Playbook, type PlaybookProblem } from './file.ts';
import { fillParameters, readParameters } from './parameters.ts';

const shapes = [
  { name: 'purpose', schema: canvasSchema },
  {
    name: 'groups',
    schema: z.strictObject({ first: z.array(z.strictObject({ name: z.string().min(1), capacity: z.int().min(1) })) }),
  },
];

const head = `miaohui-playbook: 1
id: reading
title: 晨读
kind: study-checkin
parameters:
  check-in time: { title: 几点, kind: time, default: "06:30" }
  seats: { title: 多少人, kind: number, default: 50 }
`;

const good = `${head}purpose:
  whyCreate: 每天 {{check-in time}} 在{{name}}见
groups:
  first:
    - name: "{{name}}·一群"
      capacity: "{{seats}}"
rules:
  anything: [goes, "{{nickname}}"]
`;

function parse(text: string): Playbook {
  const parsed = parsePlaybook(text, shapes);
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.playbook;
}

function problems(text: string): PlaybookProblem[] {
  const parsed = parsePlaybook(text, shapes);
  assert.ok(!parsed.ok, 'should be refused');
  return parsed.problems;
}

test('a file is read; sections that nobody plays are kept as they are', () => {
  const playbook = parse(good);
  assert.deepEqual(playbook.sections.rules, { anything: ['goes', '{{nickname}}'] });
  assert.equal(playbook.head.language, 'zh-CN');
  assert.deepEqual(parse(formatPlaybook(playbook)), playbook);
});

const refused: [string, string, number, string, string][] = [
  ['an unknown key', `${good}slogan: 冲\n`, 16, 'unknown_key', 'slogan'],
  ['an unknown key in a section', good.replace('  whyCreate', '  whyCraete'), 9, 'unknown_key', 'purpose.whyCraete'],
  [
    'an unknown key deep in a list',
    good.replace('      capacity', '      capasity'),
    13,
    'unknown_key',
    'groups.first.0.capasity',
  ],
  ['a value of the wrong kind', good.replace('"{{seats}}"', 'many'), 13, 'invalid_type', 'groups.first.0.capacity'],
  [
    'a parameter that is not declared',
    good.replace('{{seats}}', '{{chairs}}'),
    13,
    'undeclared_parameter',
    'groups.first.0.capacity',
  ],
  ['another version', good.replace('playbook: 1', 'playbook: 2'), 1, 'invalid_value', 'miaohui-playbook'],
  ['a key twice', `${head}kind: parents\n`, 8, 'duplicate_key', ''],
  ['broken YAML', good.replace('  first:', '  first: {'), 0, 'yaml', ''],
  ['a list', '- 1\n', 1, 'not_a_map', ''],
  ['nothing', '', 1, 'not_a_map', ''],
  ['anchors', `${head}rules: { a: &a [1], b: *a }\n`, 1, 'alias', ''],
  ['a kind that does not exist', good.replace('study-checkin', 'sect'), 4, 'invalid_value', 'kind'],
];
for (const [what, text, line, problem, path] of refused) {
  test(`refuses ${what} and says where`, () => {
    const found = problems(text).find((one) => one.problem === problem);
    assert.ok(found, JSON.stringify(problems(text)));
    assert.equal(found.path, path);
    if (line > 0) assert.equal(found.line, line);
    else assert.ok(found.line > 1);
  });
}

test('a missing value is told at the line of what surrounds it', () => {
  assert.deepEqual(
    problems(good.replace('      capacity: "{{seats}}"\n', '')).map(({ line, path }) => [line, path]),
    [[12, 'groups.first.0.capacity']],
  );
});

test('parameters fill texts, and a lone placeholder keeps its kind', () => {
  const filled = fillParameters(
    { a: '在{{name}}，{{ time }}', b: '{{seats}}', c: ['{{other}}'] },
    { name: '晨读会', time: '06:30', seats: 50 },
  );
  assert.deepEqual(filled, { a: '在晨读会，06:30', b: 50, c: ['{{other}}'] });
});

test('given parameters are checked', () => {
  const { parameters } = parse(good).head;
  assert.deepEqual(readParameters(parameters, { seats: '80', name: '晨读会' }), {
    ok: true,
    values: { 'check-in time': '06:30', seats: 80, name: '晨读会' },
  });
  const bad = readParameters(parameters, {
    seats: 'many',
    'check-in time': '25:00',
    name: ' ',
    colour: 'red',
    toString: 'x',
  });
  assert.ok(!bad.ok);
  assert.deepEqual(
    bad.problems.map(({ name, problem }) => `${name} ${problem}`),
    ['seats not_a_number', 'check-in time not_a_time', 'name empty', 'colour unknown', 'toString unknown'],
  );
});

test('two playbooks are compared by names, not by places', () => {
  const before = parse(good);
  const after = parse(
    good
      .replace('"06:30"', '"07:00"')
      .replace('    - name: "{{name}}·一群"', '    - { name: 新群, capacity: 5 }\n    - name: "{{name}}·一群"')
      .replace('  anything: [goes, "{{nickname}}"]', '  anything: [goes]'),
  );
  assert.deepEqual(diffPlaybooks(before, after), [
    { path: 'head.parameters.check-in time.default', change: 'changed', before: '06:30', after: '07:00' },
    { path: 'groups.first[新群].name', change: 'added', after: '新群' },
    { path: 'groups.first[新群].capacity', change: 'added', after: 5 },
    { path: 'rules.anything[2]', change: 'removed', before: '{{nickname}}' },
  ]);
  assert.deepEqual(diffPlaybooks(before, before), []);
});

for (const kind of fullPlaybooks) {
  test(`the built-in playbook ${kind} is valid, complete and titled in three languages`, async () => {
    const { head: own, sections } = parsePlaybookOrFail(await readBuiltIn(kind));
    assert.equal(own.kind, kind);
    assert.deepEqual(Object.keys(own.title), ['zh-CN', 'zh-TW', 'en']);
    assert.equal(Object.keys(sections).length, 11);
  });
}

function parsePlaybookOrFail(text: string): Playbook {
  const parsed = parsePlaybook(text, [shapes[0]!]);
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.playbook;
}
