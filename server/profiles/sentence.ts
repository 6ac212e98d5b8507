/** A segment as a sentence in the language of the reader, so that nobody has to trust a formula. */
import { listGroupNames } from '../groups/index.ts';
import { listIdentities } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import type { Catalogue } from './catalogue.ts';
import { conditionsOf, isGroup, type Condition, type Definition } from './definition.ts';

/** A definition in words: the whole, and each condition by its position. */
export interface Explanation {
  sentence: string;
  phrases: string[];
}

type Names = (fact: string, value: string) => string;

/** Puts a definition into words. */
export async function explainDefinition(
  ctx: Ctx,
  communityId: string,
  { catalogue, definition }: { catalogue: Catalogue; definition: Definition },
): Promise<Explanation> {
  const names = await readNames(ctx, communityId, { catalogue, definition });
  const say = (condition: Condition) => phraseOf(ctx, { catalogue, condition, names });
  const joined = (parts: readonly string[], join: 'all' | 'any') => parts.join(ctx.t(`profiles:join.${join}`));
  const parts = definition.items.map((item) => {
    if (!isGroup(item)) return say(item);
    const inner = joined(item.items.map(say), item.join);
    return item.items.length > 1 ? ctx.t('profiles:join.group', { inner }) : inner;
  });
  return {
    sentence: ctx.t('profiles:sentence', { parts: joined(parts, definition.join) }),
    phrases: conditionsOf(definition).map(say),
  };
}

/** One name for everything that conditions refer to by id. */
async function readNames(
  ctx: Ctx,
  communityId: string,
  { catalogue, definition }: { catalogue: Catalogue; definition: Definition },
): Promise<Names> {
  const idsOf = (kind: 'groups' | 'inviter') =>
    conditionsOf(definition).flatMap(({ fact, options }) =>
      catalogue.facts.get(fact)?.kind === kind ? (options ?? []) : [],
    );
  const groups = await listGroupNames(ctx, communityId, idsOf('groups'));
  const inviters = await listIdentities(ctx, communityId, idsOf('inviter'));
  const people = new Map(inviters.map(({ id, name }) => [id, name]));
  return (fact, value) =>
    groups.get(value) ??
    people.get(value) ??
    catalogue.facts.get(fact)?.options?.find((option) => option.value === value)?.label ??
    ctx.t('profiles:gone');
}

function phraseOf(
  ctx: Ctx,
  { catalogue, condition, names }: { catalogue: Catalogue; condition: Condition; names: Names },
): string {
  const { fact: key, op, days, number, to, from, until, options = [], text, roles, not } = condition;
  const fact = catalogue.facts.get(key);
  if (!fact) return ctx.t('profiles:phrase.gone');
  const list = options.map((value) => ctx.t('profiles:quoted', { name: names(key, value) }));
  const values = {
    label: days === undefined ? fact.label : ctx.t('profiles:in_window', { days, label: fact.label }),
    number,
    to,
    text,
    from: from ?? '…',
    until: until ?? '…',
    list: list.join(ctx.t(op === 'all_of' ? 'profiles:list_and' : 'profiles:list_or')),
    role: (roles ?? []).map((role) => ctx.t(`profiles:role.${role}`)).join(ctx.t('profiles:list_or')),
  };
  if (fact.kind === 'groups') {
    const kind = roles ? 'with_role' : 'plain';
    return ctx.t(`profiles:phrase.${op === 'in_ever' ? 'in_ever' : 'in_now'}.${kind}.${not ? 'no' : 'yes'}`, values);
  }
  const kind = fact.kind === 'tags' || fact.kind === 'inviter' ? fact.kind : 'plain';
  const way = kind === 'tags' && op !== 'all_of' && op !== 'known' ? 'one_of' : op;
  const key2 = phraseKey(kind, way);
  return ctx.t(`profiles:phrase.${key2}.${not ? 'no' : 'yes'}`, values);
}

type PlainOp = Exclude<Condition['op'], 'in_now' | 'in_ever' | 'all_of'>;
type PhraseKey = PlainOp | 'tags_one_of' | 'tags_all_of' | 'tags_known' | 'inviter';

function phraseKey(kind: 'tags' | 'inviter' | 'plain', op: Condition['op']): PhraseKey {
  if (kind === 'inviter') return 'inviter';
  if (kind === 'tags') return op === 'all_of' ? 'tags_all_of' : op === 'known' ? 'tags_known' : 'tags_one_of';
  return op as PlainOp;
}
