/** What rules keep of people: for their own export, for being forgotten, and for the full export of a community. */
import { z } from 'zod';
import type { ExportPart } from '../communities/index.ts';
import { forgetPicture } from '../messages/index.ts';
import type { PersonEraser, PersonExporter } from '../people/index.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { forgetLessonsOf, forgetOldLessons } from './lessons.ts';
import { getRulesSettings } from './settings.ts';
import { selectCasesOf } from './store/cases.ts';
import { deleteDryHitsOf } from './store/dry-runs.ts';
import {
  blankCases,
  exportTables,
  forgetDrafts,
  replaceDraft,
  repointSanctions,
  selectCommunities,
  selectNaming,
  selectRowsAfter,
} from './store/erase.ts';
import { selectLearners } from './store/lessons.ts';
import { forgetReportWords, repointReports, selectReportsBy } from './store/reports.ts';
import { selectSanctionsOf } from './store/sanctions.ts';
import { selectAcknowledged } from './store/text.ts';
import { deletePeople, selectWavesOf } from './store/waves.ts';

/** Forgets what was kept of a person's words, and their name in what others wanted to say. */
export const eraseCases: PersonEraser = {
  name: 'rules',
  erase: async (ctx, who, budget) => {
    await forgetLessonsOf(ctx, who.communityId, who.identityIds);
    await deleteDryHitsOf(ctx, who.communityId, who.identityIds);
    const cases = await blankCases(ctx, who, budget);
    if (cases === budget) return { done: false, rows: cases };
    const naming = await forgetName(ctx, who, budget);
    if (naming === budget) return { done: false, rows: cases + naming };
    const rows = (await repointSanctions(ctx, who)) + (await repointReports(ctx, who)) + (await deletePeople(ctx, who));
    return { done: true, rows: cases + naming + rows };
  },
};

async function forgetName(
  ctx: Ctx,
  who: { communityId: string; identityIds: readonly string[] },
  limit: number,
): Promise<number> {
  const naming = await selectNaming(ctx, { ...who, limit });
  const name = ctx.t('rules:erased_name');
  for (const { id, draft } of naming) {
    const gone = draft.mentions.filter(({ identityId }) => who.identityIds.includes(identityId));
    const text = gone.reduce((words, one) => words.replaceAll(`@${one.name}`, `@${name}`), draft.text);
    const mentions = draft.mentions.filter((one) => !gone.includes(one));
    await replaceDraft(ctx, who.communityId, { id, draft: { text, mentions } });
  }
  return naming.length;
}

/** What was held of a person, how it was decided, what followed. Who decided and by which score is the team's own. */
export const exportCases: PersonExporter = {
  name: 'rules',
  export: async (ctx, { communityId, identityIds }) => ({
    acknowledged: (await selectAcknowledged(ctx, communityId, identityIds)).map(({ version, at }) => ({ version, at })),
    cases: await listAllCases(ctx, communityId, identityIds),
    waves: await selectWavesOf(ctx, communityId, identityIds),
    sanctions: (await selectSanctionsOf(ctx, communityId, identityIds))
      .filter(({ state }) => state !== 'dry')
      .map(({ groupId, rule, step, state, givenAt, until, decaysAt }) => ({
        groupId,
        rule,
        step,
        state,
        givenAt,
        until,
        decaysAt,
      })),
    reports: (await selectReportsBy(ctx, { communityId, reporterIds: identityIds, groupId: null }, everything)).map(
      ({ groupId, reason, rule, words, reportedAt, outcome, points }) => ({
        groupId,
        reason,
        rule,
        words,
        reportedAt,
        outcome,
        points,
      }),
    ),
  }),
};

/** Nobody reports so much: a few a day, for years. */
const everything = { before: null, limit: 20_000 };

async function listAllCases(ctx: Ctx, communityId: string, identityIds: readonly string[]): Promise<object[]> {
  const cases: object[] = [];
  for (let before: string | null = null; ;) {
    const which = { communityId, identityIds, groupId: null, felt: false };
    const rows: Awaited<ReturnType<typeof selectCasesOf>> = await selectCasesOf(ctx, which, { before, limit: 500 });
    cases.push(
      ...rows.map(({ groupId, draft, rule, state, openedAt, decidedAt, note, appeal, appealedAt, appealNote }) => ({
        groupId,
        text: draft?.text ?? null,
        rule,
        state,
        openedAt,
        decidedAt,
        note,
        appeal,
        appealedAt,
        appealNote,
      })),
    );
    if (rows.length < 500) return cases;
    before = rows.at(-1)!.id;
  }
}

/** What this module gives to the full export of a community. */
export const rulesParts: readonly ExportPart[] = exportTables.map((table) => ({
  name: `rules.${table}`,
  rows: async function* (ctx, communityId) {
    for (let after: string | undefined; ;) {
      const rows = await selectRowsAfter(ctx, { communityId, table }, { after, limit: 500 });
      yield* rows;
      if (rows.length < 500) return;
      after = rows.at(-1)!.id;
    }
  },
}));

/** Nightly: words of cases that were decided long ago are forgotten; that and how they were decided stays. */
export const forgetWords = defineJob({
  name: 'rules.forget_words',
  payload: z.object({}),
  cron: '40 19 * * *',
  run: async (ctx) => {
    for (const communityId of await selectCommunities(ctx)) {
      await inTransaction(ctx, async (inner) => {
        const { keepWordsDays } = await getRulesSettings(inner, communityId);
        const before = new Date(inner.now().getTime() - keepWordsDays * 86_400_000);
        for (const { pictureId, ...message } of await forgetDrafts(inner, communityId, before))
          if (pictureId !== null) await forgetPicture(inner, { ...message, communityId, pictureId });
        await forgetReportWords(inner, communityId);
      });
    }
  },
});

/** Nightly: lessons of long ago lose their words; what they taught stays in the model. */
export const forgetLessons = defineJob({
  name: 'rules.forget_lessons',
  payload: z.object({}),
  cron: '50 19 * * *',
  run: async (ctx) => {
    for (const communityId of await selectLearners(ctx)) {
      const { keepWordsDays } = await getRulesSettings(ctx, communityId);
      await forgetOldLessons(ctx, communityId, new Date(ctx.now().getTime() - keepWordsDays * 86_400_000));
    }
  },
});
