/** Shapes that the routes of promotions share. */
import { z } from 'zod';
import { valueParts, weights } from '../credit.ts';
import { holdReasons } from '../guard.ts';
import { knownBys } from '../recognition.ts';
import { ownPolicySchema } from '../settings.ts';
import { signKinds } from '../signs.ts';

/** A moment as text. */
export const moment = z.preprocess((at) => (at instanceof Date ? at.toISOString() : at), z.string());

/** Params of a community's routes. */
export const communityParams = z.object({ communityId: z.uuid() });

/** Params of a group's routes. */
export const groupParams = communityParams.extend({ groupId: z.uuid() });

/** Why a message is taken for a promotion. */
export const signShape = z.object({
  sign: z.enum([...signKinds, 'label', 'wording', 'taught']),
  words: z.array(z.string()),
});

/** What holds a promotion; `mayAt` null = no time in sight. */
export const holdShape = z.object({
  reasons: z.array(z.enum(holdReasons)),
  mayAt: moment.nullable(),
  words: z.string(),
});

const partsShape = z.object(
  Object.fromEntries(valueParts.map((part) => [part, z.number()])) as Record<(typeof valueParts)[number], z.ZodNumber>,
);

/** A week of a group's credit: how often something was given, how many points that is, what promotions took. */
export const weekShape = z.object({
  from: z.string(),
  counts: partsShape,
  points: partsShape,
  /** What counts of the points: no day brings more than `weights.dayMost`. */
  value: z.number(),
  promotions: z.int(),
  spent: z.number(),
  balance: z.number(),
});

/** Where a group stands. */
export const standingShape = z.object({
  guard: z.enum(['on', 'watch', 'off']),
  zone: z.string(),
  policy: ownPolicySchema.extend({ creditFloor: z.int().nullable() }),
  /** What the group has of its own; null = as its tier. */
  own: ownPolicySchema.nullable(),
  week: z.object({ from: z.string(), used: z.int(), planned: z.int(), left: z.int() }),
  /** What a promotion would find now. */
  now: z.object({ hold: holdShape.nullable(), cost: z.number() }),
  /** Messages of hosts this week, and which share of them were promotions; null when they said nothing. */
  hosts: z.object({ messages: z.int(), share: z.number().nullable() }),
  credit: z.object({
    /** The weights are provisional: never shown without the parts. */
    provisional: z.literal(true),
    balance: z.number(),
    weights: z.object(
      Object.fromEntries(Object.keys(weights).map((key) => [key, z.number()])) as Record<
        keyof typeof weights,
        z.ZodNumber
      >,
    ),
    weeks: z.array(weekShape),
  }),
  mayInsist: z.boolean(),
});

/** What the composer learns of a text before it is sent. */
export const lookShape = z.object({
  promotion: z.boolean(),
  knownBy: z.enum(['label', 'taught', 'sign', 'wording', 'nothing']),
  signs: z.array(signShape),
  hold: holdShape.nullable(),
  cost: z.number(),
});

/** A promotion and what was counted after it. */
export const promotionShape = z.object({
  id: z.uuid(),
  messageId: z.uuid(),
  voice: z.enum(['team', 'host', 'member']),
  at: moment,
  day: z.string(),
  knownBy: z.enum(knownBys),
  signs: z.array(signShape),
  isAnswer: z.boolean(),
  overruled: z.array(z.enum(holdReasons)).nullable(),
  insisted: z.string().nullable(),
  dismissedAt: moment.nullable(),
  excerpt: z.string(),
  recalled: z.boolean(),
  cost: z.number(),
  followed: z.object({
    replies: z.int(),
    reactions: z.int(),
    leaves: z.int(),
    leavesBefore: z.int(),
    isOver: z.boolean(),
  }),
});

/** A promotion that waits for its time, or was given back. */
export const scheduledShape = z.object({
  id: z.uuid(),
  groupId: z.uuid(),
  clientId: z.string(),
  text: z.string(),
  kind: z.enum(['text', 'image', 'announcement']),
  dueAt: moment,
  state: z.enum(['waiting', 'sent', 'cancelled', 'held']),
  madeAt: moment,
  madeBy: z.uuid(),
  moves: z.int(),
  reason: z.string().nullable(),
});
