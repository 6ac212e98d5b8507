/**
 * One row of a list: what it says of whom, or what is wrong with it. Pure but for the checks of own fields, which are the ones of the
 * drawer. Everything that is wrong with a row is found at once, so that it is put right once.
 */
import { paragraphs, singleLine } from '../communities/index.ts';
import { cardLines, checkName, foldName, longestName, type CardLine } from '../people/index.ts';
import { readDay, type Field, type WrittenValue } from '../profiles/index.ts';
import { platforms, type Target } from './column.ts';

/** Why a cell can't be taken; its words are `imports:problem.<code>` (reason) and `imports:cure.<code>`. */
export type ProblemCode =
  | 'name_missing'
  | 'name_bad'
  | 'account_bad'
  | 'group_unknown'
  | 'group_twice'
  | 'group_missing'
  | 'date_bad'
  | 'date_future'
  | 'tag_bad'
  | 'tag_many'
  | 'text_long'
  | 'field_text'
  | 'field_number'
  | 'field_date'
  | 'field_choice'
  | 'twice'
  | 'name_twice'
  | 'two_people';

/** One thing that is wrong; `column` is the place in the file, null = the row as a whole. */
export interface Problem {
  column: number | null;
  code: ProblemCode;
  data: Record<string, string | number>;
}

/** Everything that reading rows needs to know of the community. */
export interface Plan {
  targets: readonly (Target | null)[];
  fields: ReadonlyMap<string, Field>;
  /** Living groups by folded name; `twice` = two groups are called so. */
  groups: ReadonlyMap<string, string | 'twice'>;
  /** The group of rows that name none. */
  groupId: string | null;
  today: string;
  readField: (field: Field, cell: string) => WrittenValue | undefined;
}

/** What a row says. */
export interface Wish {
  name: string;
  /** External ids on the carrier of people who were written down, the surest first; never empty. */
  keys: string[];
  /** Accounts as their platform knows them, for whom a driver has brought in already. */
  accounts: { platform: string; account: string }[];
  groupIds: string[];
  joinedOn: string | null;
  source: string | null;
  tags: string[];
  card: Partial<Record<CardLine, string>>;
  values: { fieldId: string; value: WrittenValue }[];
  note: string | null;
}

const longestAccount = 100;
const separators = /[,;、，；|\n]+/;
const longestCard: Readonly<Record<CardLine, number>> = {
  profession: 40,
  city: 40,
  industry: 40,
  offers: 200,
  needs: 200,
};

/** Reads a row. */
export function readRow(cells: readonly string[], plan: Plan): { wish: Wish; problems: Problem[] } {
  const problems: Problem[] = [];
  const at = (target: Target) => plan.targets.indexOf(target);
  const cell = (target: Target) => cellText(cells[at(target)]);
  const blame = (target: Target, code: ProblemCode, data: Problem['data'] = {}) => {
    const column = at(target);
    problems.push({ column: column < 0 ? null : column, code, data });
  };
  const name = readName(cell('name'), blame);
  const accounts = platforms.flatMap((platform) => {
    const account = cell(`account.${platform}`).replace(/^@/, '');
    if (account === '') return [];
    if (account.length > longestAccount || /\s/.test(account)) blame(`account.${platform}`, 'account_bad');
    return { platform, account };
  });
  const id = cell('id');
  if (id.length > longestAccount) blame('id', 'account_bad');
  // Accounts of people are compared as platforms do: whatever their case.
  const keys = [
    ...(id === '' ? [] : [`id:${id.toLowerCase()}`]),
    ...accounts.map(({ platform, account }) => `${platform}:${account.toLowerCase()}`),
  ];
  const wish: Wish = {
    name,
    keys: keys.length > 0 ? keys : [`name:${foldName(name) || name}`],
    accounts,
    groupIds: readGroups(cell('groups'), plan, blame),
    joinedOn: readJoined(cell('joined'), plan, blame),
    source: cell('source') === '' ? null : cell('source').slice(0, 60),
    tags: readTags(cell('tags'), blame),
    card: readCardLines(cell, blame),
    values: readValues(cells, plan, problems),
    note: readNote(cell('note'), blame),
  };
  if ((wish.source !== null || wish.joinedOn !== null) && wish.groupIds.length === 0 && !hasProblem(problems, 'group'))
    blame(wish.source === null ? 'joined' : 'source', 'group_missing');
  return { wish, problems };
}

type Blame = (target: Target, code: ProblemCode, data?: Problem['data']) => void;

/** Text of a cell without what no screen shows, and without the mark that keeps a spreadsheet from calculating it. */
function cellText(cell: string | undefined): string {
  const text = (cell ?? '')
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029\uFEFF]/g, '')
    .replaceAll('\r\n', '\n')
    .toWellFormed()
    .trim();
  return /^'[=+\-@＝＋－＠]/.test(text) ? text.slice(1) : text;
}

function hasProblem(problems: readonly Problem[], kind: string): boolean {
  return problems.some(({ code }) => code.startsWith(kind));
}

function readName(text: string, blame: Blame): string {
  if (text === '') blame('name', 'name_missing');
  const checked = checkName(text.replaceAll(/[\n\t]+/g, ' '));
  if (checked.ok) return checked.name;
  if (text !== '') blame('name', 'name_bad', { most: longestName });
  return text;
}

function readGroups(text: string, plan: Plan, blame: Blame): string[] {
  if (text === '') return plan.groupId === null ? [] : [plan.groupId];
  // A name of a group may hold what parts names elsewhere.
  const whole = plan.groups.get(foldName(text));
  const names =
    whole === undefined
      ? text
          .split(separators)
          .map((part) => part.trim())
          .filter(Boolean)
      : [text];
  const found = names.flatMap((name) => {
    const id = plan.groups.get(foldName(name));
    if (id !== undefined && id !== 'twice') return id;
    blame('groups', id === 'twice' ? 'group_twice' : 'group_unknown', { name });
    return [];
  });
  return [...new Set(found)];
}

function readJoined(text: string, plan: Plan, blame: Blame): string | null {
  if (text === '') return null;
  const day = readDay(text);
  if (day === undefined || day < '1990-01-01') blame('joined', 'date_bad');
  else if (day > plan.today) blame('joined', 'date_future');
  else return day;
  return null;
}

const tagShape = singleLine(20);

function readTags(text: string, blame: Blame): string[] {
  const tags = new Map<string, string>();
  for (const part of text.split(separators)) {
    if (part.trim() === '') continue;
    const tag = tagShape.safeParse(part.trim().replace(/^#/, ''));
    if (tag.success) tags.set(tag.data.toLowerCase(), tag.data);
    else blame('tags', 'tag_bad', { name: part.trim().slice(0, 40), most: 20 });
  }
  return [...tags.values()];
}

function readCardLines(cell: (target: Target) => string, blame: Blame): Wish['card'] {
  const card: Wish['card'] = {};
  for (const line of cardLines) {
    const long = longestCard[line] > 100;
    const text = long ? cell(`card.${line}`) : cell(`card.${line}`).replaceAll(/\s*\n\s*/g, ' ');
    if (text === '') continue;
    if (text.length > longestCard[line]) blame(`card.${line}`, 'text_long', { most: longestCard[line] });
    else card[line] = text;
  }
  return card;
}

function readValues(cells: readonly string[], plan: Plan, problems: Problem[]): Wish['values'] {
  return plan.targets.flatMap((target, column) => {
    const field = target?.startsWith('field.') ? plan.fields.get(target.slice(6)) : undefined;
    const text = cellText(cells[column]);
    if (!field || text === '') return [];
    const value = plan.readField(field, text);
    if (value) return { fieldId: field.id, value };
    problems.push({
      column,
      code: `field_${field.kind}`,
      data: { most: 200, options: field.options.map(({ name }) => name).join('、') },
    });
    return [];
  });
}

const noteShape = paragraphs(1000);

function readNote(text: string, blame: Blame): string | null {
  if (text === '') return null;
  const note = noteShape.safeParse(text);
  if (note.success) return note.data;
  blame('note', 'text_long', { most: 1000 });
  return null;
}
