/**
 * A group: one chat room on one carrier, in one community. This file knows its facts and shapes; `groups.ts` changes them.
 */
import { z } from 'zod';
import { paragraphs, singleLine } from '../communities/index.ts';
import { lifecycles, type Lifecycle } from './lifecycle.ts';

/** What a group is for on the way from stranger to co-owner. */
export const tiers = ['funnel', 'ordinary', 'paid', 'holding', 'campaign', 'lecture'] as const;

/** One tier. */
export type Tier = (typeof tiers)[number];

/** Most people that one group can be opened for. */
export const mostSeats = 100_000;

/** How a group is held: who may talk, how fast, under which name, who gets in. */
export interface GroupState {
  mutedAll: boolean;
  /** Least seconds between two messages of one member; 0 = no limit. */
  slowModeSeconds: number;
  /** Only the team may rename. */
  nameLocked: boolean;
  /** Whether members may add each other as contacts. */
  privateAdding: boolean;
  /** Whether those who want to join wait for review. */
  approval: boolean;
}

/** What stands at the top of the group. */
export interface Notice {
  text: string;
  at: Date;
  /** The name under which it was set. */
  by: string;
}

/** One chat room. */
export interface Group extends GroupState {
  id: string;
  communityId: string;
  carrier: string;
  externalId: string | null;
  name: string;
  tier: Tier;
  lifecycle: Lifecycle;
  lifecycleSince: Date;
  capacity: number;
  /** Seats taken. */
  members: number;
  pictureId: string | null;
  notice: Notice | null;
  createdAt: Date;
  lastActivityAt: Date | null;
}

/** Input schemas of single facts, shared by routes and the playbook section. */
export const groupFields = {
  name: singleLine(60),
  tier: z.enum(tiers),
  capacity: z.int().min(1).max(mostSeats),
  notice: paragraphs(2000),
  slowModeSeconds: z.int().min(0).max(3600),
};

/** The state as input, each part optional. */
export const stateFields = {
  mutedAll: z.boolean().optional(),
  slowModeSeconds: groupFields.slowModeSeconds.optional(),
  nameLocked: z.boolean().optional(),
  privateAdding: z.boolean().optional(),
  approval: z.boolean().optional(),
};

/** What anybody inside the group may know of it: the shape of member routes and live frames. */
export const publicGroupShape = z.object({
  id: z.string(),
  name: z.string(),
  tier: z.enum(tiers),
  lifecycle: z.enum(lifecycles),
  capacity: z.number(),
  members: z.number(),
  pictureId: z.string().nullable(),
  mutedAll: z.boolean(),
  slowModeSeconds: z.number(),
  nameLocked: z.boolean(),
  privateAdding: z.boolean(),
  approval: z.boolean(),
  notice: z.object({ text: z.string(), at: z.string(), by: z.string() }).nullable(),
});

/** What the team knows of it. */
export const groupShape = publicGroupShape
  .extend({
    communityId: z.string(),
    carrier: z.string(),
    externalId: z.string().nullable(),
    lifecycleSince: z.string(),
    createdAt: z.string(),
    lastActivityAt: z.string().nullable(),
  })
  .meta({ id: 'Group' });

/** The group as its members see it. */
export function publicGroup(group: Group): z.input<typeof publicGroupShape> {
  const { id, name, tier, lifecycle, capacity, members, pictureId, notice } = group;
  const { mutedAll, slowModeSeconds, nameLocked, privateAdding, approval } = group;
  const state = { mutedAll, slowModeSeconds, nameLocked, privateAdding, approval };
  const shown = notice && { ...notice, at: notice.at.toISOString() };
  return { id, name, tier, lifecycle, capacity, members, pictureId, ...state, notice: shown };
}

/** The group as the team sees it. */
export function showGroup(group: Group): z.input<typeof groupShape> {
  return {
    ...publicGroup(group),
    communityId: group.communityId,
    carrier: group.carrier,
    externalId: group.externalId,
    lifecycleSince: group.lifecycleSince.toISOString(),
    createdAt: group.createdAt.toISOString(),
    lastActivityAt: group.lastActivityAt?.toISOString() ?? null,
  };
}

/** What a new group of a tier starts with, unless its community says otherwise. */
export type TierDefaults = GroupState & { capacity: number };

const plain: TierDefaults = {
  capacity: 500,
  mutedAll: false,
  slowModeSeconds: 0,
  nameLocked: false,
  privateAdding: false,
  approval: false,
};

/** The product's own defaults. */
export const tierDefaults: Readonly<Record<Tier, TierDefaults>> = {
  funnel: { ...plain, nameLocked: true },
  ordinary: { ...plain, capacity: 200 },
  paid: { ...plain, capacity: 80, approval: true, privateAdding: true },
  holding: { ...plain, nameLocked: true },
  campaign: { ...plain, nameLocked: true, slowModeSeconds: 10 },
  lecture: { ...plain, capacity: 1000, nameLocked: true, mutedAll: true },
};
