/** Shapes that the routes of levels share. */
import { z } from 'zod';
import { levelShape, policyShape, priceShape, privilegeShape } from '../definition.ts';

/** A moment as text. */
export const moment = z.preprocess((at) => (at instanceof Date ? at.toISOString() : at), z.string());

/** Params of a community's routes. */
export const communityParams = z.object({ communityId: z.uuid() });

/** Params of a ladder's routes. */
export const ladderParams = communityParams.extend({ ladderId: z.uuid() });

/** Params of one person on one ladder. */
export const placeParams = ladderParams.extend({ personId: z.uuid() });

/** A ladder with its levels in words. */
export const ladderShape = z
  .object({
    id: z.uuid(),
    name: z.string(),
    main: z.boolean(),
    policy: policyShape,
    revision: z.int(),
    /** Everybody is being looked at. */
    running: z.boolean(),
    levels: z.array(
      levelShape.extend({
        number: z.int(),
        entry: z.unknown(),
        staying: z.unknown(),
        entryWords: z.string(),
        stayingWords: z.string(),
        people: z.int().nullable(),
      }),
    ),
  })
  .meta({ id: 'Ladder' });

const moveShape = z.object({
  personId: z.uuid(),
  name: z.string(),
  from: z.string(),
  to: z.string(),
  why: z.string(),
  on: z.string().nullable(),
});

/** What a change of rules would do. */
export const dryRunShape = z.object({
  people: z.int(),
  up: z.object({ count: z.int(), items: z.array(moveShape) }),
  down: z.object({ count: z.int(), items: z.array(moveShape) }),
  levels: z.array(z.object({ name: z.string(), people: z.int() })),
});

/** One change of somebody's level, for the team. */
export const changeShape = z
  .object({
    id: z.uuid(),
    ladder: z.string(),
    from: z.string(),
    to: z.string(),
    up: z.boolean(),
    cause: z.enum(['placed', 'ladder', 'rules', 'locked', 'unlocked', 'paid', 'expired']),
    why: z.string(),
    at: moment,
    by: z.string(),
    told: z.boolean(),
  })
  .meta({ id: 'LevelChange' });

/** Where a person stands, for the team. */
export const personLevelsShape = z.object({
  items: z.array(
    z.object({
      ladderId: z.uuid(),
      name: z.string(),
      main: z.boolean(),
      levels: z.array(z.object({ number: z.int(), name: z.string(), price: priceShape.nullable() })),
      level: z.int(),
      since: z.string().nullable(),
      ruleLevel: z.int(),
      belowSince: z.string().nullable(),
      dueOn: z.string().nullable(),
      lock: z.object({ level: z.int(), until: z.string().nullable(), reason: z.string(), by: z.string() }).nullable(),
      paid: z.object({ level: z.int(), until: z.string() }).nullable(),
    }),
  ),
  changes: z.array(changeShape),
  payments: z.array(
    z.object({
      id: z.uuid(),
      ladderId: z.uuid(),
      level: z.int(),
      fromOn: z.string(),
      untilOn: z.string(),
      amount: z.number(),
      currency: z.string(),
      note: z.string(),
      confirmedAt: moment,
      confirmedBy: z.string(),
      revokedAt: moment.nullable(),
    }),
  ),
});

/** A ladder as its members see it. */
export const ownLevelShape = z.object({
  ladderId: z.uuid(),
  name: z.string(),
  main: z.boolean(),
  levels: z.array(
    z.object({
      number: z.int(),
      name: z.string(),
      privileges: z.array(privilegeShape),
      gives: z.array(z.string()),
      price: priceShape.nullable(),
    }),
  ),
  level: z.int(),
  since: z.string().nullable(),
  paidUntil: z.string().nullable(),
  slips: z.object({ on: z.string() }).nullable(),
  next: z
    .object({
      number: z.int(),
      name: z.string(),
      join: z.enum(['all', 'any']),
      missing: z.array(
        z.object({ words: z.string(), met: z.boolean(), have: z.number().nullable(), need: z.number().nullable() }),
      ),
    })
    .nullable(),
});
