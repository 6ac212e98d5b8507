/** All facts by which people can be found in a community: what modules report, own fields, and what is looked up by an index. */
import type { Ctx } from '../platform/context.ts';
import { cardLines } from '../people/index.ts';
import { columnOfField } from './given.ts';
import { personFacts, type Fact, type FactSource } from './slots.ts';
import { selectColumns, selectWords } from './store/fact.ts';
import { selectFields, type Field } from './store/field.ts';
import { selectTags, type Tag } from './store/tag.ts';

/** How a fact may be asked for. */
export const ops = [
  'at_least',
  'at_most',
  'between',
  'within',
  'before',
  'dates',
  'one_of',
  'all_of',
  'in_now',
  'in_ever',
  'contains',
  'equals',
  'known',
] as const;

/** One way of asking. */
export type Op = (typeof ops)[number];

/** What kind of answer a fact has; each kind has its ways of asking. */
export type FactKind = Fact['kind'] | 'text' | 'tags' | 'groups' | 'inviter' | 'name' | 'card';

const opsOf: Readonly<Record<FactKind, readonly Op[]>> = {
  number: ['at_least', 'at_most', 'between', 'known'],
  day: ['within', 'before', 'dates', 'known'],
  choice: ['one_of', 'known'],
  word: ['one_of', 'known'],
  text: ['contains', 'equals', 'known'],
  tags: ['one_of', 'all_of', 'known'],
  groups: ['in_now', 'in_ever'],
  inviter: ['one_of'],
  name: ['contains'],
  card: ['contains', 'known'],
};

/** A fact as the builder offers it. */
export interface KnownFact {
  key: string;
  kind: FactKind;
  label: string;
  /** Under which heading it is offered. */
  section: 'about' | 'behaviour' | 'places' | 'fields';
  ops: readonly Op[];
  windows?: readonly number[];
  options?: { value: string; label: string }[];
  /** The values of its options are the numbers in the row. */
  numbered: boolean;
  /** May be asked for only by who may see private data. */
  private: boolean;
}

/** Everything that turning conditions into questions needs. */
export interface Catalogue {
  facts: ReadonlyMap<string, KnownFact>;
  /** Places in the row by column. */
  places: ReadonlyMap<string, number>;
  /** Numbers of words: `fact word`. */
  words: ReadonlyMap<string, number>;
  tags: ReadonlyMap<string, Tag>;
  fields: ReadonlyMap<string, Field>;
}

/** The modules that know facts, in module order. */
export function listSources(ctx: Ctx): readonly FactSource[] {
  return ctx.slots(personFacts);
}

/** The columns of a fact: itself, or one for each window. */
export function columnsOf(fact: Pick<Fact, 'key' | 'windows'>): string[] {
  return fact.windows ? fact.windows.map((days) => columnOf(fact.key, days)) : [fact.key];
}

/** The column of a fact, or of one of its windows. */
export function columnOf(key: string, days: number | undefined): string {
  return days === undefined ? key : `${key}.${days}`;
}

/** Reads the catalogue of a community in the language of who asks. */
export async function readCatalogue(ctx: Ctx, communityId: string): Promise<Catalogue> {
  const reported = listSources(ctx).flatMap((source) => source.facts);
  const wordFacts = reported.filter(({ kind }) => kind === 'word').map(({ key }) => key);
  const words = await selectWords(ctx, communityId, wordFacts);
  const tags = await selectTags(ctx, communityId);
  const fields = await selectFields(ctx, communityId);
  const described: KnownFact[] = [];
  for (const fact of reported) described.push(await describeFact(ctx, communityId, { fact, words }));
  const facts = [...lookedUp(ctx, tags), ...described, ...fields.map(describeField)];
  return {
    facts: new Map(facts.map((fact) => [fact.key, fact])),
    places: await selectColumns(ctx, communityId),
    words: new Map(words.map(({ fact, word, number }) => [`${fact} ${word}`, number])),
    tags: new Map(tags.map((tag) => [tag.id, tag])),
    fields: new Map(fields.map((field) => [columnOfField(field.id), field])),
  };
}

/** Facts that an index answers, not the row. */
function lookedUp(ctx: Ctx, tags: readonly Tag[]): KnownFact[] {
  const fact = (key: string, kind: FactKind, more: Pick<KnownFact, 'label' | 'section'> & Partial<KnownFact>) => ({
    key,
    kind,
    ops: opsOf[kind],
    private: false,
    numbered: false,
    ...more,
  });
  return [
    fact('profiles.tags', 'tags', {
      label: ctx.t('profiles:fact.tags'),
      section: 'about',
      options: tags.map(({ id, name }) => ({ value: id, label: name })),
    }),
    fact('people.in_group', 'groups', { label: ctx.t('profiles:fact.in_group'), section: 'places' }),
    fact('people.inviter', 'inviter', { label: ctx.t('profiles:fact.inviter'), section: 'places' }),
    fact('people.name', 'name', { label: ctx.t('profiles:fact.name'), section: 'about' }),
    // A line may be for the team only, so these are for who may read such lines.
    ...cardLines.map((line) =>
      fact(`people.card.${line}`, 'card', {
        label: ctx.t(`profiles:card.${line}`),
        section: 'about',
        private: true,
      }),
    ),
  ];
}

const placed = new Set(['people.joined', 'people.source', 'people.groups', 'people.role']);

async function describeFact(
  ctx: Ctx,
  communityId: string,
  { fact, words }: { fact: Fact; words: readonly { fact: string; word: string }[] },
): Promise<KnownFact> {
  const options =
    fact.kind === 'word'
      ? words.filter((one) => one.fact === fact.key).map(({ word }) => ({ value: word, label: word }))
      : fact.choices
        ? (await fact.choices(ctx, communityId)).map(({ number, label }) => ({ value: String(number), label }))
        : fact.options?.map(({ value, label }) => ({ value, label: ctx.t(label) }));
  return {
    key: fact.key,
    kind: fact.kind,
    label: ctx.t(fact.label),
    section: placed.has(fact.key) ? 'places' : 'behaviour',
    ops: opsOf[fact.kind],
    private: false,
    numbered: fact.choices !== undefined,
    ...(fact.windows ? { windows: fact.windows } : {}),
    ...(options ? { options } : {}),
  };
}

function describeField(field: Field): KnownFact {
  const kind = field.kind === 'date' ? 'day' : field.kind;
  return {
    key: columnOfField(field.id),
    kind,
    label: field.name,
    section: 'fields',
    ops: opsOf[kind],
    private: field.private,
    numbered: true,
    ...(field.kind === 'choice'
      ? { options: field.options.map(({ number, name }) => ({ value: String(number), label: name })) }
      : {}),
  };
}
