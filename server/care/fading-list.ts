/** The care list: who comes much less than they used to, in an order that the page can say in words. */
import { getZone } from '../communities/index.ts';
import { listIdentities, listPersonsOf, mayContact, readPeopleFacts, type Identity } from '../people/index.ts';
import { localDay } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { findSegmentMembers, type Definition } from '../profiles/index.ts';
import { measureEffect, type Arm, type Effect } from './effect.ts';
import { compareFading, isFading, partOf, rule, type Part, type Rhythm } from './fading.ts';
import { countArms, selectDrawnSince } from './store/contacts.ts';

/** More people are not looked at in one go; the segment gives the newest first. */
const mostPeople = 5000;
const batch = 500;
const dayMs = 86_400_000;

/** For so long nobody is on the list again for whom lots were drawn. */
export const pauseDays = 28;

/** Somebody who is fading. */
export interface Fading extends Rhythm {
  personId: string;
  identity: Identity;
}

const candidates: Definition = {
  join: 'all',
  items: [
    { fact: 'people.groups', op: 'at_least', number: 1 },
    { fact: 'people.active_days', op: 'at_least', days: 90, number: rule.leastBefore },
  ],
} as Definition;

/** Everybody who is fading and may be contacted, in the order of the list. */
export async function listFading(ctx: Ctx, communityId: string): Promise<{ people: Fading[]; basis: Basis }> {
  const members = await findSegmentMembers(ctx, { communityId, definition: candidates }, { limit: mostPeople });
  const zone = await getZone(ctx, communityId);
  const wish = { today: localDay(ctx.now(), zone), zone };
  const drawn = await selectDrawnSince(ctx, communityId, new Date(ctx.now().getTime() - pauseDays * dayMs));
  const found: Fading[] = [];
  for (let from = 0; from < members.length; from += batch) {
    const ids = members.slice(from, from + batch).map(({ identityId }) => identityId);
    found.push(...(await readBatch(ctx, communityId, { ...wish, ids, drawn })));
  }
  const basis = await readBasis(ctx, communityId);
  const first = (one: Rhythm) => (basis.by === 'uplift' && partOf(one) !== basis.first ? 1 : 0);
  return { people: found.toSorted((a, b) => first(a) - first(b) || compareFading(a, b)), basis };
}

async function readBatch(
  ctx: Ctx,
  communityId: string,
  wish: { today: string; zone: string; ids: readonly string[]; drawn: ReadonlySet<string> },
): Promise<Fading[]> {
  const persons = await listPersonsOf(ctx, communityId, wish.ids);
  const facts = await readPeopleFacts(ctx, communityId, { people: persons, today: wish.today, zone: wish.zone });
  const identities = new Map((await listIdentities(ctx, communityId, wish.ids)).map((one) => [one.id, one]));
  const open = await mayContact(ctx, communityId, { identityIds: wish.ids, reason: 'care' });
  return persons.flatMap(({ personId, identityIds }): Fading[] => {
    const identity = identityIds.map((id) => identities.get(id)).find((one) => one !== undefined);
    const { days, stay, lastSpokeOn = null } = facts.get(personId) ?? {};
    if (!identity || stay?.role !== 'member' || !open.has(identity.id) || identityIds.some((id) => wish.drawn.has(id)))
      return [];
    const [, now = 0, all = 0] = days?.activeDays ?? [];
    const rhythm = { daysBefore: all - now, daysNow: now, lastOn: lastSpokeOn };
    return isFading(rhythm) ? [{ personId, identity, ...rhythm }] : [];
  });
}

/** What orders the list, with what is measured so far; `first` = the part in which contact has helped more. */
export interface Basis {
  by: 'rule' | 'uplift';
  first: Part;
  effect: Effect;
  parts: Record<Part, Effect>;
  /** Lots whose 28 days are not over. */
  waiting: number;
}

/** Whether enough is measured to order by it; until then the written rule holds. */
export async function readBasis(ctx: Ctx, communityId: string): Promise<Basis> {
  const rows = await countArms(ctx, communityId);
  const sum = (arm: 'contact' | 'held', part?: Part): Arm =>
    rows
      .filter((row) => row.arm === arm && (part === undefined || row.part === part))
      .reduce((all, row) => ({ people: all.people + row.people, returned: all.returned + row.returned }), {
        people: 0,
        returned: 0,
      });
  const of = (part?: Part) => measureEffect(sum('contact', part), sum('held', part));
  const parts = { gone: of('gone'), less: of('less') };
  const effect = of();
  return {
    by: effect.few || parts.gone.difference === null || parts.less.difference === null ? 'rule' : 'uplift',
    first: (parts.less.difference ?? 0) > (parts.gone.difference ?? 0) ? 'less' : 'gone',
    effect,
    parts,
    waiting: rows.reduce((all, row) => all + row.waiting, 0),
  };
}
