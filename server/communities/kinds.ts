import { z } from 'zod';

/**
 * What a community is for. Two kinds have a full playbook today; the others are described, with what to watch, so that
 * nobody is promised a playbook that does not exist.
 */
export const communityKinds = [
  'study-checkin',
  'parents',
  'flash-sale',
  'company',
  'fans',
  'trade',
  'local',
  'interest',
] as const;

/** One kind of community. */
export type CommunityKind = (typeof communityKinds)[number];

/** The kind as input. */
export const kindSchema = z.enum(communityKinds);

/** Long-lived communities must stay useful; short-lived ones are new and fun, and end on a day that everybody knows. */
export type Lifespan = 'long' | 'short';

/** How long each kind is meant to live. */
export const lifespanOf: Readonly<Record<CommunityKind, Lifespan>> = {
  'study-checkin': 'long',
  parents: 'long',
  'flash-sale': 'short',
  company: 'long',
  fans: 'long',
  trade: 'long',
  local: 'long',
  interest: 'long',
};

/** The three stages, wide first, then sharper. */
export const stages = ['funnel', 'ordinary', 'paid'] as const;

/** One stage of a community. */
export type Stage = (typeof stages)[number];
