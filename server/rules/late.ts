/**
 * Pictures whose codes were not read in time: the post goes on, and is looked at a moment later, as what other platforms have shown is.
 */
import { z } from 'zod';
import { findGroup } from '../groups/index.ts';
import { listLatest, type Draft, type MessageFacts } from '../messages/index.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { readCodes, readCodesInTime } from './codes/readings.ts';
import { lookAtSaid } from './heard.ts';
import { getRulebook, type Rulebook } from './rulebook.ts';
import { selectCaseOfRecorded } from './store/cases.ts';
import { isTeam } from './trust.ts';

/** The post is recorded within moments, if it is at all. */
const delayMs = 2000;
const latest = 200;

/** What the codes in the pictures of posts hold, as far as it is known in time; the rest is looked at later. */
export async function readDraftCodes(
  ctx: Ctx,
  what: { communityId: string; groupId: string; drafts: readonly Draft[]; rulebook: Rulebook },
): Promise<Map<Draft, { codes: readonly string[] }>> {
  const { communityId, groupId, rulebook } = what;
  const found = new Map<Draft, { codes: readonly string[] }>();
  const shown = what.drafts.filter(({ picture, author }) => picture !== null && !isTeam(author));
  if (shown.length === 0 || rulebook.settings.checks.codes === 'off') return found;
  const late: string[] = [];
  await Promise.all(
    shown.map(async (draft) => {
      const codes = await readCodesInTime(ctx, draft.picture!.id);
      if (codes === 'late') late.push(draft.picture!.id);
      else found.set(draft, { codes });
    }),
  );
  if (late.length > 0) {
    const runAt = new Date(ctx.now().getTime() + delayMs);
    await inTransaction(ctx, async (inner) => {
      inner.enqueue(lookAtLate, { communityId, groupId, pictureIds: late }, { runAt });
    });
  }
  return found;
}

/** Looks at posts whose pictures were late; those that a moderator has looked at since are left alone. */
export const lookAtLate = defineJob({
  name: 'rules.look_at_late',
  payload: z.object({ communityId: z.uuid(), groupId: z.uuid(), pictureIds: z.array(z.uuid()) }),
  run: async (ctx, { communityId, groupId, pictureIds }) => {
    const place = { communityId, groupId };
    const group = await findGroup(ctx, place);
    if (!group) return;
    const late = new Set(pictureIds);
    for (const pictureId of pictureIds) await readCodes(ctx, pictureId);
    const said = (await listLatest(ctx, place, latest)).filter(
      ({ picture, recalledAt, operatorId }) =>
        picture !== null && late.has(picture.id) && recalledAt === null && operatorId === null,
    );
    const heard: MessageFacts[] = [];
    for (const one of said) {
      const { id: messageId, authorId: identityId } = one;
      if (!(await selectCaseOfRecorded(ctx, { communityId, identityId, messageId }))) heard.push(one);
    }
    const rulebook = await getRulebook(ctx, communityId);
    if (heard.length > 0) await lookAtSaid(ctx, { ...place, isWeb: false, heard, rulebook });
  },
});
