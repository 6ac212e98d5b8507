/** Taking a reported message out of the group until somebody looks: only where the community wants it, never a punishment. */
import { z } from 'zod';
import { findGroup } from '../groups/index.ts';
import { listMemberships } from '../people/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { showCase } from './cases.ts';
import { fewestToHide, weighVoices, type Witness } from './independence.ts';
import { hideMessage } from './message.ts';
import { rememberedDays, weighReporter } from './reporter.ts';
import { getRulesSettings } from './settings.ts';
import { lockCase, updateCase, type Case } from './store/cases.ts';
import { selectAccusations, selectRecords, selectReportsOfCases } from './store/reports.ts';
import { listTrust } from './trust.ts';

const day = 86_400_000;

/** Looks whether the reports of a case weigh enough. A job, so that the act is the program's and names nobody who reported. */
export const hideReported = defineJob({
  name: 'rules.hide_reported',
  payload: z.object({ communityId: z.uuid(), caseId: z.uuid() }),
  run: async (ctx, { communityId, caseId }) =>
    inTransaction(ctx, async (inner) => {
      const about = await lockCase(inner, { communityId, caseId });
      if (!about || about.state !== 'waiting' || about.hiddenAt !== null || about.audience !== 'team') return;
      const { reports } = await getRulesSettings(inner, communityId);
      if (reports.hide !== 'on') return;
      const { voices, weight } = await weighCase(inner, about);
      if (voices < fewestToHide || weight < reports.hideWeight) return;
      const group = await findGroup(inner, { communityId, groupId: about.groupId });
      // Elsewhere it could only be asked of a human, who may as well look.
      if (group?.carrier !== 'web') return;
      await hideMessage(inner, group, about.messageId);
      showCase(inner, await updateCase(inner, about, { hiddenAt: inner.now() }));
      const target = { kind: 'case', id: caseId };
      await recordAudit(inner, { communityId, action: 'rules.hide_reported', target, detail: { voices } });
    }),
});

async function weighCase(ctx: Ctx, about: Case): Promise<{ voices: number; weight: number }> {
  const { communityId, groupId } = about;
  const ids = (await selectReportsOfCases(ctx, communityId, [about.id])).map(({ reporterId }) => reporterId);
  const since = (days: number) => new Date(ctx.now().getTime() - days * day);
  const who = { communityId, reporterIds: ids };
  const records = await selectRecords(ctx, who, since(rememberedDays.weight));
  const { trust: limits } = await getRulesSettings(ctx, communityId);
  const trust = await listTrust(ctx, { communityId, identityIds: ids }, limits);
  const stays = new Map(
    (await listMemberships(ctx, { communityId, groupId, identityIds: ids })).map((stay) => [stay.identityId, stay]),
  );
  const witnesses = ids.map((id): Witness => {
    const stay = stays.get(id);
    return {
      id,
      weight: (trust.get(id) ?? 'new') === 'new' ? 0 : weighReporter(records.get(id)!),
      arrival: stay ? { code: stay.code, inviterId: stay.inviterId, at: stay.joinedAt } : null,
    };
  });
  const among = { communityId, identityIds: [...ids, about.identityId] };
  return weighVoices(witnesses, await selectAccusations(ctx, among, since(rememberedDays.pause)));
}
