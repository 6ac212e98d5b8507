import type { PersonAccounts } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import { shiftDay } from '../platform/clock.ts';
import { selectTagNumbers } from './store/tag.ts';
import { selectNumbers } from './store/field.ts';

/** What the team has given to a person: numbers of tags, and numbers by column of fields. */
export interface Given {
  tags: number[];
  nums: Map<string, number>;
  /** The day after the first tag expires. */
  dueOn: string | null;
}

/** The column of a field. */
export function columnOfField(fieldId: string): string {
  return `field.${fieldId}`;
}

/** Tags and field values of persons; where accounts of one person say different things, the last word counts. */
export async function readGiven(
  ctx: Ctx,
  communityId: string,
  { people, today }: { people: readonly PersonAccounts[]; today: string },
): Promise<Map<string, Given>> {
  const personOf = new Map(people.flatMap(({ personId, identityIds }) => identityIds.map((id) => [id, personId])));
  const given = new Map<string, Given>(
    people.map(({ personId }) => [personId, { tags: [], nums: new Map(), dueOn: null }]),
  );
  const identityIds = [...personOf.keys()];
  for (const { identityId, number, expiresOn } of await selectTagNumbers(ctx, communityId, { identityIds, today })) {
    const mine = given.get(personOf.get(identityId)!)!;
    if (!mine.tags.includes(number)) mine.tags.push(number);
    const due = expiresOn === null ? null : shiftDay(expiresOn, 1);
    if (due !== null && (mine.dueOn === null || due < mine.dueOn)) mine.dueOn = due;
  }
  for (const { identityId, fieldId, num } of await selectNumbers(ctx, communityId, identityIds))
    given.get(personOf.get(identityId)!)!.nums.set(columnOfField(fieldId), num);
  return given;
}
