/** Cases as their author sees them: what was stopped, why, what follows, what can be done. No score, no name of who decided. */
import type { Ctx } from '../platform/context.ts';
import { toPage } from '../platform/http/cursor.ts';
import { readCaseCursor } from './cases.ts';
import { mayAppeal } from './decision.ts';
import { explainCase, ruleOfCase } from './explain.ts';
import { selectCasesOf, type Case } from './store/cases.ts';
import { selectSanctionsByCase, type Sanction } from './store/sanctions.ts';
import { selectText } from './store/text.ts';
import type { RuleItem } from './rule-item.ts';

/** One's own case. */
export interface OwnCase extends Pick<
  Case,
  'id' | 'groupId' | 'kind' | 'clientId' | 'messageId' | 'openedAt' | 'decidedAt' | 'note'
> {
  state: Case['state'];
  /** Null when the words were forgotten. */
  text: string | null;
  picture: { id: string; width: number; height: number } | null;
  rule: { key: string; name: string } | null;
  why: string;
  /** What the state means for the author, in one sentence. */
  stateText: string;
  appeal: { text: string; at: Date; decidedAt: Date | null; note: string } | null;
  canAppeal: boolean;
  sanctions: { step: Sanction['step']; state: Sanction['state']; text: string; until: Date | null; decaysAt: Date }[];
}

/** A page of one's own cases, newest first; of one group, or of the whole community. */
export async function listOwnCases(
  ctx: Ctx,
  who: { communityId: string; identityId: string; groupId: string | null },
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: OwnCase[]; nextCursor: string | null }> {
  const { communityId, identityId, groupId } = who;
  const before = readCaseCursor(page.cursor);
  const which = { communityId, identityIds: [identityId], groupId, felt: true };
  const rows = await selectCasesOf(ctx, which, { before, limit: page.limit + 1 });
  const { items: cases, nextCursor } = toPage(rows, page.limit, (row) => [row.id]);
  return { items: await showOwn(ctx, communityId, cases), nextCursor };
}

/** Cases as their author sees them. */
export async function showOwn(ctx: Ctx, communityId: string, cases: readonly Case[]): Promise<OwnCase[]> {
  if (cases.length === 0) return [];
  const items = (await selectText(ctx, communityId))?.items ?? [];
  const ids = cases.map(({ id }) => id);
  const sanctions = Map.groupBy(await selectSanctionsByCase(ctx, communityId, ids), ({ caseId }) => caseId);
  const shown: OwnCase[] = [];
  for (const one of cases) {
    const canAppeal = await mayAppeal(ctx, one);
    shown.push(show(ctx, one, { items, sanctions: sanctions.get(one.id) ?? [], canAppeal }));
  }
  return shown;
}

function show(
  ctx: Ctx,
  about: Case,
  around: { items: readonly RuleItem[]; sanctions: readonly Sanction[]; canAppeal: boolean },
): OwnCase {
  const { id, groupId, kind, state, clientId, messageId, openedAt, decidedAt, note, draft } = about;
  const why = explainCase(ctx, around.items, about);
  const rule = ruleOfCase(around.items, about);
  const visible = around.sanctions.filter((one) => one.state === 'applied' || one.state === 'undone');
  return {
    id,
    groupId,
    kind,
    state,
    clientId,
    messageId,
    openedAt,
    decidedAt,
    note,
    text: draft?.text ?? null,
    picture: draft?.picture ?? null,
    rule: rule && { key: rule.key, name: rule.name },
    why,
    stateText: ctx.t(`rules:own.${state}`),
    appeal:
      about.appealedAt === null
        ? null
        : {
            text: about.appeal ?? '',
            at: about.appealedAt,
            decidedAt: about.appealDecidedAt,
            note: about.appealNote,
          },
    canAppeal: around.canAppeal,
    sanctions: visible.map(({ step, state: how, until, decaysAt }) => {
      const minutes = until ? Math.ceil((until.getTime() - openedAt.getTime()) / 60_000) : 0;
      return { step, state: how, until, decaysAt, text: ctx.t(`rules:steps.${step}.name`, { minutes }) };
    }),
  };
}
