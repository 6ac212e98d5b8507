/**
 * From conditions to questions that the store can ask of a row. What a condition names may be gone by now (a tag, a field): then nobody
 * fits, and a definition that is new is refused.
 */
import {
  foldName,
  identitiesInGroups,
  identitiesInvitedBy,
  personsNamed,
  personsWithCard,
  type CardLine,
} from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import { isId } from '../platform/ids.ts';
import { columnOf, type Catalogue, type KnownFact } from './catalogue.ts';
import { dayNumberOf } from './day-number.ts';
import { conditionsOf, isGroup, type Condition, type Definition } from './definition.ts';
import { profilesErrors } from './errors.ts';
import { identitiesWithText } from './store/field.ts';
import type { Question, QuestionTree } from './store/member.ts';

const nobody: Question = { is: 'nobody' };

/** In which community, on which day. */
export interface Asking {
  communityId: string;
  today: string;
  catalogue: Catalogue;
}

/** The questions of a definition. */
export function askAll(asking: Asking, definition: Definition): QuestionTree {
  return {
    join: definition.join,
    items: definition.items.map((item) =>
      isGroup(item) ? { join: item.join, items: item.items.map((one) => ask(asking, one)) } : ask(asking, item),
    ),
  };
}

/** Refuses a definition with a condition that can't be asked, naming which one and why. */
export function checkDefinition(ctx: Ctx, catalogue: Catalogue, definition: Definition): void {
  for (const [at, condition] of conditionsOf(definition).entries()) {
    const problem = findProblem(catalogue, condition);
    if (problem) {
      const label = catalogue.facts.get(condition.fact)?.label ?? condition.fact;
      throw profilesErrors.bad_condition({ position: at + 1, label, problem: ctx.t(`profiles:wrong.${problem}`) });
    }
  }
}

type Problem = 'fact' | 'op' | 'window' | 'number' | 'range' | 'days' | 'dates' | 'options' | 'text';

function findProblem(catalogue: Catalogue, condition: Condition): Problem | null {
  const fact = catalogue.facts.get(condition.fact);
  if (!fact) return 'fact';
  if (!fact.ops.includes(condition.op)) return 'op';
  const wantsWindow = fact.windows !== undefined;
  if (wantsWindow !== (condition.days !== undefined)) return 'window';
  if (wantsWindow && !fact.windows!.includes(condition.days!)) return 'window';
  return findValueProblem(fact, condition);
}

function findValueProblem(fact: KnownFact, condition: Condition): Problem | null {
  const { op, number, to, from, until, options, text } = condition;
  switch (op) {
    case 'at_least':
    case 'at_most':
      return number === undefined ? 'number' : null;
    case 'between':
      return number === undefined || to === undefined || number > to ? 'range' : null;
    case 'within':
    case 'before':
      return number === undefined || !Number.isInteger(number) || number < 1 || number > 36_500 ? 'days' : null;
    case 'dates':
      return (from === undefined && until === undefined) || (from !== undefined && until !== undefined && from > until)
        ? 'dates'
        : null;
    case 'contains':
    case 'equals':
      return text === undefined || (fact.kind === 'name' && foldName(text) === '') ? 'text' : null;
    case 'one_of':
    case 'all_of':
    case 'in_now':
    case 'in_ever':
      return options === undefined || !options.every((value) => isOption(fact, value)) ? 'options' : null;
    case 'known':
      return null;
  }
}

function isOption(fact: KnownFact, value: string): boolean {
  if (fact.kind === 'groups' || fact.kind === 'inviter') return isId(value);
  return fact.options?.some((option) => option.value === value) ?? false;
}

/** One condition as a question. */
function ask(asking: Asking, condition: Condition): Question {
  const question = findProblem(asking.catalogue, condition) === null ? askKnown(asking, condition) : nobody;
  return condition.not ? { is: 'not', of: question } : question;
}

function askKnown(asking: Asking, condition: Condition): Question {
  const { communityId, catalogue } = asking;
  const fact = catalogue.facts.get(condition.fact)!;
  switch (fact.kind) {
    case 'tags':
      return askTags(catalogue, condition);
    case 'groups': {
      const when = condition.op === 'in_ever' ? 'ever' : 'now';
      const stays = { groupIds: condition.options!, when, roles: condition.roles } as const;
      return { is: 'of', identities: identitiesInGroups(communityId, stays) };
    }
    case 'inviter':
      return { is: 'of', identities: identitiesInvitedBy(communityId, condition.options!) };
    case 'name':
      return { is: 'in', persons: personsNamed(communityId, foldName(condition.text!)) };
    case 'card': {
      const line = fact.key.slice('people.card.'.length) as CardLine;
      return { is: 'in', persons: personsWithCard(communityId, line, condition.text ?? null) };
    }
    case 'text':
      if (condition.op !== 'known') return askText(asking, condition);
  }
  return askNumber(asking, condition, fact);
}

function askTags(catalogue: Catalogue, { op, options = [] }: Condition): Question {
  if (op === 'known') return { is: 'tagged' };
  const numbers = options.map((id) => catalogue.tags.get(id)!.number);
  return { is: 'tags', numbers, every: op === 'all_of' };
}

function askText({ communityId, catalogue }: Asking, { fact, op, text }: Condition): Question {
  const { id } = catalogue.fields.get(fact)!;
  const identities = identitiesWithText(communityId, { id, words: text!, whole: op === 'equals' });
  return { is: 'of', identities };
}

function askNumber({ catalogue, today }: Asking, condition: Condition, fact: KnownFact): Question {
  const place = catalogue.places.get(columnOf(condition.fact, condition.days));
  if (place === undefined) return nobody;
  const present = dayNumberOf(today);
  const { op, number = 0, to = 0, from, until, options = [] } = condition;
  switch (op) {
    case 'at_least':
      return { is: 'number', place, from: number, to: null };
    case 'at_most':
      return { is: 'number', place, from: null, to: number };
    case 'between':
      return { is: 'number', place, from: number, to };
    case 'within':
      return { is: 'number', place, from: present - number + 1, to: present };
    case 'before':
      return { is: 'number', place, from: null, to: present - number };
    case 'dates':
      return { is: 'number', place, from: from ? dayNumberOf(from) : null, to: until ? dayNumberOf(until) : null };
    case 'one_of':
      return { is: 'numbers', place, numbers: options.map((value) => numberOf(catalogue, fact, value)) };
    default:
      return { is: 'number', place, from: null, to: null };
  }
}

function numberOf(catalogue: Catalogue, fact: KnownFact, value: string): number {
  if (fact.kind === 'word') return catalogue.words.get(`${fact.key} ${value}`)!;
  // Options of modules stand in the order of their numbers, unless they are named by them, as those of own fields are.
  if (fact.numbered) return Number(value);
  return fact.options!.findIndex((option) => option.value === value);
}
