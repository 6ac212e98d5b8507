/** Reminders of a round at set times: a word in the group that names nobody, and a private one where the platform carries it by itself. */
import { z } from 'zod';
import { abilitiesOf, act } from '../carriers/index.ts';
import { getZone } from '../communities/index.ts';
import { getGroup } from '../groups/index.ts';
import { send } from '../messages/index.ts';
import { mayContact } from '../people/index.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { quietUntil, usualQuiet } from '../platform/quiet.ts';
import { factsOf } from './rounds.ts';
import { selectWaitingIds } from './store/round-people.ts';
import {
  lockReminder,
  moveReminder,
  selectDueReminders,
  selectRound,
  settleReminder,
  type Reminder,
} from './store/rounds.ts';
import { fillText } from './words.ts';

/** More private words at once would be a flood; the word in the group reaches the others. */
const mostPrivate = 500;

/** Every minute: says what is due. One that fails holds no other back. */
export const remindRounds = defineJob({
  name: 'care.remind_rounds',
  payload: z.object({}),
  cron: '* * * * *',
  run: async (ctx) => {
    for (const due of await selectDueReminders(ctx, 50)) {
      try {
        await inTransaction(ctx, (inner) => remind(inner, due));
      } catch (error) {
        ctx.log.error('care.remind_failed', { roundId: due.roundId, number: due.number, error });
      }
    }
  },
});

async function remind(ctx: Ctx, due: Reminder): Promise<void> {
  const reminder = await lockReminder(ctx, due);
  if (!reminder) return;
  const round = await selectRound(ctx, reminder);
  if (round?.state !== 'collecting') return settleReminder(ctx, reminder, null);
  const { communityId, groupId } = round;
  const quiet = quietUntil(usualQuiet, await getZone(ctx, communityId), ctx.now());
  if (quiet) return moveReminder(ctx, reminder, quiet);
  const waiting = await selectWaitingIds(ctx, reminder);
  if (waiting.length === 0) return settleReminder(ctx, reminder, 0);
  const group = await getGroup(ctx, communityId, groupId);
  const text = fillText(round.texts.reminder, await factsOf(ctx, group, round));
  const clientId = `${round.id}.${reminder.number}`;
  const sent = await send(ctx, { communityId, groupId, clientId, kind: 'text', text, promotion: false });
  if (!sent.ok && 'until' in sent && sent.until) return moveReminder(ctx, reminder, sent.until);
  if (!sent.ok) ctx.log.info('care.reminder_refused', { roundId: round.id, reason: sent.reason });
  const isNative = (await abilitiesOf(ctx, group)).sendPrivate === 'native';
  const open = isNative
    ? await mayContact(ctx, communityId, { identityIds: waiting, reason: 'care' })
    : new Set<string>();
  const told = [...open].slice(0, mostPrivate);
  for (const identityId of told) await act(ctx, { communityId, groupId, op: 'sendPrivate', identityId, text });
  await settleReminder(ctx, reminder, told.length);
}
