/**
 * The playbook file: a community's framework as one YAML text that people can read, change and carry elsewhere.
 * Parsing is pure and strict: every problem is reported with its line, and nothing is guessed.
 */
import { isAlias, isMap, isPair, isScalar, LineCounter, parseDocument, stringify, visit, type Document } from 'yaml';
import { z } from 'zod';
import { kindSchema } from '../kinds.ts';
import { optionalLine, paragraphs, singleLine } from '../wording.ts';
import { fillParameters, listPlaceholders, type ParameterValues } from './parameters.ts';

/** Version of the format; a file says it in its first line. */
export const playbookVersion = 1;

/** Every section that the format knows, in the order of the file. Those that no module plays yet are kept as they are. */
export const sectionNames = [
  'purpose',
  'groups',
  'rules',
  'promotions',
  'scripts',
  'levels',
  'programs',
  'program',
  'calendar',
  'welcome',
  'gates',
  'metrics',
] as const;

/** One section of the format. */
export type SectionName = (typeof sectionNames)[number];

/** A text in one language (zh-CN), or in several. */
const localizedLine = (max: number) =>
  z.union([
    singleLine(max),
    z.strictObject({ 'zh-CN': singleLine(max), 'zh-TW': singleLine(max).optional(), en: singleLine(max).optional() }),
  ]);

const parameterName = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} _-]{0,39}$/u, 'parameter_name');

/** One place in the file that differs from community to community. */
const parameterSchema = z.strictObject({
  title: localizedLine(60),
  kind: z.enum(['text', 'number', 'time']).default('text'),
  default: z.union([optionalLine(200), z.number()]),
});

const headSchema = z.strictObject({
  'miaohui-playbook': z.literal(playbookVersion),
  id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'playbook_id'),
  title: localizedLine(60),
  description: z.union([paragraphs(500), localizedLine(500)]).default(''),
  kind: kindSchema,
  language: z.enum(['zh-CN', 'zh-TW', 'en']).default('zh-CN'),
  parameters: z.record(parameterName, parameterSchema).default({}),
});

/** What stands before the sections. */
export type PlaybookHead = z.output<typeof headSchema>;

/** One declared parameter. */
export type PlaybookParameter = z.output<typeof parameterSchema>;

/** A parsed playbook; sections still have their `{{placeholders}}`. */
export interface Playbook {
  head: PlaybookHead;
  sections: Partial<Record<SectionName, unknown>>;
}

/** One thing that is wrong with a file. */
export interface PlaybookProblem {
  /** Counted from 1. */
  line: number;
  /** Dotted path of the value, empty for the file itself. */
  path: string;
  /** Key under `communities:playbook.problems`, or zod's issue code under `platform:errors.field_…`. */
  problem: string;
  values: Record<string, unknown>;
}

/** What the parser must know of a playable section. */
export interface SectionShape {
  readonly name: string;
  readonly schema: z.ZodType;
  /** Placeholders that the section's own module fills when it plays. */
  readonly variables?: readonly string[] | undefined;
}

/** The result of parsing: a playbook, or everything that is wrong with the file. */
export type ParsedPlaybook = { ok: true; playbook: Playbook } | { ok: false; problems: PlaybookProblem[] };

const mostCharacters = 256 * 1024;

/** Reads a file. `shapes` are the sections that can be played today; other known sections are kept without a look inside. */
export function parsePlaybook(text: string, shapes: readonly SectionShape[]): ParsedPlaybook {
  if (text.length > mostCharacters) return failed(1, 'too_long', { most: mostCharacters });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, stringKeys: true, uniqueKeys: true });
  // One broken line makes the parser stumble over all that follow, so only the first is told.
  const broken = document.errors[0] ?? document.warnings[0];
  if (broken) return failed(broken.linePos?.[0].line ?? 1, broken.code === 'DUPLICATE_KEY' ? 'duplicate_key' : 'yaml');
  if (!isMap(document.contents)) return failed(1, 'not_a_map');
  if (hasAlias(document)) return failed(1, 'alias');
  return readPlaybook(document, lines, shapes);
}

/** Writes a playbook as text that `parsePlaybook` reads back to the same. */
export function formatPlaybook(playbook: Playbook): string {
  const { sections, head } = playbook;
  const present = sectionNames.filter((name) => sections[name] !== undefined);
  return stringify(
    { ...head, ...Object.fromEntries(present.map((name) => [name, sections[name]])) },
    { lineWidth: 110 },
  );
}

/** The sections with the given values in their places, parsed by their schemas; values are checked before (`readParameters`). */
export function fillSection(
  playbook: Playbook,
  shape: SectionShape,
  values: ParameterValues,
): z.ZodSafeParseResult<unknown> {
  return shape.schema.safeParse(fillParameters(playbook.sections[shape.name as SectionName], values));
}

function readPlaybook(document: Document, lines: LineCounter, shapes: readonly SectionShape[]): ParsedPlaybook {
  const raw = document.toJS() as Record<string, unknown>;
  const locate = (path: readonly PropertyKey[], key?: string) => lineOf(document, lines, { path, key });
  const known = new Set<string>([...Object.keys(headSchema.shape), ...sectionNames]);
  const problems: PlaybookProblem[] = Object.keys(raw)
    .filter((key) => !known.has(key))
    .map((key) => ({ line: locate([], key), path: key, problem: 'unknown_key', values: { key } }));
  const sections: Playbook['sections'] = {};
  for (const name of sectionNames) if (raw[name] !== undefined && raw[name] !== null) sections[name] = raw[name];
  const head = headSchema.safeParse(
    Object.fromEntries(Object.keys(headSchema.shape).flatMap((key) => (key in raw ? [[key, raw[key]]] : []))),
  );
  if (!head.success) problems.push(...describeIssues(head.error, [], locate));
  if (!head.success || problems.length > 0) return { ok: false, problems: inOrder(problems) };
  const playbook = { head: head.data, sections };
  for (const shape of shapes) problems.push(...checkSection(playbook, shape, locate));
  return problems.length > 0 ? { ok: false, problems: inOrder(problems) } : { ok: true, playbook };
}

type Locate = (path: readonly PropertyKey[], key?: string) => number;

function checkSection(playbook: Playbook, shape: SectionShape, locate: Locate): PlaybookProblem[] {
  const value = playbook.sections[shape.name as SectionName];
  if (value === undefined) return [];
  const { parameters } = playbook.head;
  const undeclared = listPlaceholders(value, [shape.name]).filter(
    ({ name }) => name !== 'name' && !(name in parameters) && !shape.variables?.includes(name),
  );
  if (undeclared.length > 0) {
    return undeclared.map(({ name, path }) => ({
      line: locate(path),
      path: path.join('.'),
      problem: 'undeclared_parameter',
      values: { name },
    }));
  }
  // The name is known only when the file is applied; any short one will do for the check.
  const defaults = Object.entries(parameters).map(([name, parameter]) => [name, parameter.default] as const);
  const filled = fillSection(playbook, shape, Object.fromEntries([['name', '社群'], ...defaults]));
  return filled.success ? [] : describeIssues(filled.error, [shape.name], locate);
}

function describeIssues(error: z.ZodError, base: readonly string[], locate: Locate): PlaybookProblem[] {
  return error.issues.flatMap((issue): PlaybookProblem[] => {
    const path = [...base, ...issue.path];
    const at = (key?: string) => ({ line: locate(path, key), path: [...path, ...(key ? [key] : [])].join('.') });
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ ...at(key), problem: 'unknown_key', values: { key } }));
    }
    const { code, message, path: _path, input: _input, ...values } = issue as z.core.$ZodIssue & { input?: unknown };
    return [{ ...at(), problem: code ?? 'custom', values: { ...values, message } }];
  });
}

/** The line of a value, or of one of its keys; of the nearest value around it when it is missing. */
function lineOf(
  document: Document,
  lines: LineCounter,
  at: { path: readonly PropertyKey[]; key?: string | undefined },
): number {
  for (let depth = at.path.length; depth >= 0; depth--) {
    const parentPath = at.path.slice(0, depth);
    const node = depth === 0 ? document.contents : document.getIn(parentPath, true);
    if (depth === at.path.length && at.key !== undefined && isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === at.key);
      if (pair && isScalar(pair.key) && pair.key.range) return lines.linePos(pair.key.range[0]).line;
    }
    const range = (node as { range?: [number, number, number] | null } | undefined)?.range;
    if (range) return lines.linePos(range[0]).line;
  }
  return 1;
}

/** Anchors could make a small file expand into a huge one, and nobody needs them here. */
function hasAlias(document: Document): boolean {
  let found = false;
  visit(document, (_key, node) => {
    if (isAlias(node)) found = true;
    return found ? visit.BREAK : undefined;
  });
  return found;
}

function inOrder(problems: PlaybookProblem[]): PlaybookProblem[] {
  return problems.sort((left, right) => left.line - right.line);
}

function problemAt(line: number, problem: string, values: Record<string, unknown> = {}): PlaybookProblem {
  return { line, path: '', problem, values };
}

function failed(line: number, problem: string, values: Record<string, unknown> = {}): ParsedPlaybook {
  return { ok: false, problems: [problemAt(line, problem, values)] };
}
