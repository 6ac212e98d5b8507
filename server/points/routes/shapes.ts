import { z } from 'zod';
import { pageOf } from '../../platform/http/cursor.ts';

/** Where points are. */
export const communityParams = z.object({ communityId: z.uuid() });

/** A moment in an answer. */
export const moment = z.preprocess((at) => (at instanceof Date ? at.toISOString() : at), z.string());

const lineShape = z
  .object({
    seq: z.int(),
    entryId: z.uuid(),
    kind: z.string(),
    memo: z.string(),
    at: moment,
    amount: z.int(),
    balance: z.int(),
    reverses: z.uuid().nullable(),
    reversedBy: z.uuid().nullable(),
    label: z.string().nullable().meta({ description: 'The rule that paid it' }),
    gift: z
      .object({
        otherId: z.uuid(),
        name: z.string(),
        isMine: z.boolean(),
        note: z.string(),
        messageId: z.uuid().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'PointsLine' });

/** What is on an account, and a page of what moved. */
export const statementShape = pageOf(lineShape).extend({ balance: z.int() });

/** Points that one member gave to another. */
export const giftShape = z
  .object({
    id: z.uuid(),
    fromId: z.uuid(),
    toId: z.uuid(),
    amount: z.int(),
    note: z.string(),
    messageId: z.uuid().nullable(),
    at: moment,
    reversedAt: moment.nullable(),
  })
  .meta({ id: 'Gift' });

/** The same with the names of both, for the team. */
export const namedGiftShape = giftShape.extend({ fromName: z.string(), toName: z.string() }).meta({ id: 'NamedGift' });

/** Somebody who has earned. */
export const earnerShape = z
  .object({
    identityId: z.uuid(),
    personId: z.uuid().nullable(),
    name: z.string(),
    pictureId: z.uuid().nullable(),
    points: z.int(),
    times: z.int(),
    lastAt: moment,
    balance: z.int(),
    hidden: z.boolean(),
    kinds: z.array(z.object({ key: z.string(), label: z.string(), points: z.int() })),
  })
  .meta({ id: 'Earner' });
