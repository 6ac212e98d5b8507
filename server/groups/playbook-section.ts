import { z } from 'zod';
import { playbookSection, type Check } from '../communities/index.ts';
import type { Ctx } from '../platform/context.ts';
import { groupFields, stateFields, tierDefaults, tiers, type Group, type Tier, type TierDefaults } from './group.ts';
import { createGroup } from './groups.ts';
import { countGroups, selectGroups, selectTierDefaults, writeTierDefaults } from './store/groups.ts';
import { countGoodLinks } from './store/links.ts';

const defaultsSchema = z.strictObject({ capacity: groupFields.capacity.optional(), ...stateFields });

const sectionSchema = z.strictObject({
  /** What new groups of a tier start with. */
  tiers: z.partialRecord(z.enum(tiers), defaultsSchema).default({}),
  /** The groups to open first; one that is there already (same name) is left alone. */
  first: z
    .array(
      z.strictObject({
        name: groupFields.name,
        tier: groupFields.tier,
        capacity: groupFields.capacity.optional(),
        notice: groupFields.notice.optional(),
      }),
    )
    .max(50)
    .default([]),
});

type GroupsSection = z.output<typeof sectionSchema>;

/** The section `groups` of a playbook: defaults for each tier, and the groups to open first. */
export const groupsSection = playbookSection<GroupsSection>({
  name: 'groups',
  schema: sectionSchema,
  export: async (ctx, communityId) => {
    const own = await selectTierDefaults(ctx, communityId);
    // Groups opened by one playbook share their moment; tier and name give an order that stays.
    const rank = (group: Group) => tiers.indexOf(group.tier);
    const groups = (await listLiving(ctx, communityId)).sort(
      (left, right) => rank(left) - rank(right) || left.name.localeCompare(right.name, 'zh-CN'),
    );
    const first = groups.map(({ name, tier, capacity, notice }) => ({
      name,
      tier,
      capacity,
      ...(notice ? { notice: notice.text } : {}),
    }));
    return first.length > 0 || Object.keys(own).length > 0 ? { tiers: own, first } : undefined;
  },
  plan: async (ctx, communityId, value) => {
    const [own, groups] = [await selectTierDefaults(ctx, communityId), await listLiving(ctx, communityId)];
    const names = new Set(groups.map(({ name }) => name));
    const ofTiers = changedTiers(own, value).map(({ tier, changed }) => ({
      action: changed ? ('change' as const) : ('keep' as const),
      text: ctx.t(changed ? 'groups:playbook.tier_change' : 'groups:playbook.tier_keep', { tier: tierName(ctx, tier) }),
    }));
    const ofGroups = value.first.map(({ name, tier }) => {
      const there = names.has(name);
      const key = there ? 'groups:playbook.group_keep' : 'groups:playbook.group_create';
      return {
        action: there ? ('keep' as const) : ('create' as const),
        text: ctx.t(key, { name, tier: tierName(ctx, tier) }),
      };
    });
    return [...ofTiers, ...ofGroups];
  },
  apply: async (ctx, communityId, value) => {
    const own = await selectTierDefaults(ctx, communityId);
    for (const { tier, defaults, changed } of changedTiers(own, value)) {
      if (changed) await writeTierDefaults(ctx, communityId, { tier, defaults });
    }
    const names = new Set((await listLiving(ctx, communityId)).map(({ name }) => name));
    for (const group of value.first) {
      if (names.has(group.name)) continue;
      names.add(group.name);
      await createGroup(ctx, { communityId, ...group });
    }
  },
});

/** What a complete community has of groups. */
export async function checkGroupsCompleteness(ctx: Ctx, communityId: string): Promise<Check[]> {
  const living = (await countGroups(ctx, communityId)).filter(({ lifecycle }) => lifecycle !== 'dissolved');
  const found = new Set(living.map(({ tier }) => tier));
  const check = (name: string, met: boolean): Check => ({
    letter: 'structure',
    key: `groups:completeness.${name}`,
    weight: 1,
    met,
  });
  return [
    check('has_group', living.length > 0),
    check('has_entrance', (await countGoodLinks(ctx, communityId, ctx.now())) > 0),
    check('has_tiers', found.size >= 2),
  ];
}

function changedTiers(own: Partial<Record<Tier, TierDefaults>>, value: GroupsSection) {
  return tiers.flatMap((tier) => {
    const given = value.tiers[tier];
    if (!given) return [];
    const before = own[tier] ?? tierDefaults[tier];
    const defaults: TierDefaults = { ...before, ...given };
    const keys = Object.keys(before) as (keyof TierDefaults)[];
    return [{ tier, defaults, changed: keys.some((key) => before[key] !== defaults[key]) }];
  });
}

/** A framework names a handful of groups; of a community with hundreds the oldest fifty tell enough. */
async function listLiving(ctx: Ctx, communityId: string): Promise<Group[]> {
  const order = { by: 'created', direction: 'asc' } as const;
  const rows = await selectGroups(ctx, { communityId }, { order, after: undefined, limit: 50 });
  return rows.map(({ group }) => group);
}

function tierName(ctx: Ctx, tier: Tier): string {
  return ctx.t(`groups:tiers.${tier}`);
}
