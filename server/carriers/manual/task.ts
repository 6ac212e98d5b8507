/**
 * Acts for human hands: what to copy, where to click, until when; and what is noted when the human says "done" or "not done".
 */
import { getGroup, type Group } from '../../groups/index.ts';
import { findIdentity } from '../../people/index.ts';
import { actorKey } from '../../platform/auth/actor.ts';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import type { TextKey } from '../../platform/i18n.ts';
import { newId } from '../../platform/ids.ts';
import { createTask, type Task, type TaskKind } from '../../team/index.ts';
import type { Act } from '../act-shape.ts';
import { applyAct } from '../apply.ts';
import { actConfirmed, actSkipped } from '../events.ts';
import { insertAct, setActTask, settleAct, type WaitingAct } from '../store.ts';

/** The kind of tasks that carry acts. */
export const actTaskKind = 'carriers.act';

/** How long a human has: what keeps order is soon, the rest today. */
const urgentOps: readonly string[] = ['recall', 'mute', 'kick', 'ban', 'muteAll', 'unmute'];

/** Makes the task for an act; gives the task's id. Call inside a transaction. */
export async function handToHuman(ctx: Ctx, group: Group, act: Act): Promise<string> {
  const { communityId, id: groupId } = group;
  const id = newId(ctx.now());
  const { op, ...args } = act;
  const messageId = 'messageId' in act ? act.messageId : null;
  await insertAct(ctx, {
    communityId,
    id,
    groupId,
    op,
    args: keptArgs(op, args),
    messageId,
    askedBy: actorKey(ctx.actor),
  });
  const minutes = urgentOps.includes(op) ? 30 : 12 * 60;
  const task = await createTask(ctx, {
    communityId,
    groupId,
    kind: actTaskKind,
    ...(await describe(ctx, group, act)),
    dueAt: new Date(ctx.now().getTime() + minutes * 60_000),
    payload: { actId: id },
  });
  await setActTask(ctx, { communityId, id, taskId: task.id });
  return task.id;
}

/** What happens when a task that carries an act is done or skipped; twice is the same as once. */
export const actTasks: TaskKind = {
  kind: actTaskKind,
  onDone: async (ctx, task) => {
    const act = await settle(ctx, task, 'done');
    if (!act) return;
    // What was said over there in private is not kept here.
    if (act.op === 'sendPrivate') return;
    const group = await getGroup(ctx, act.communityId, act.groupId);
    try {
      await applyAct(ctx, group, { op: act.op, ...act.args } as Act);
    } catch (error) {
      // The platform is as it is now; where our books cannot follow (decided meanwhile, dissolved), they simply do not.
      if (!(error instanceof AppError)) throw error;
      ctx.log.info('carriers.books_unchanged', { act: act.id, op: act.op, code: error.code });
    }
  },
  onSkipped: async (ctx, task) => void (await settle(ctx, task, 'skipped')),
  onCancelled: async (ctx, task) => void (await settle(ctx, task, 'skipped')),
};

async function settle(ctx: Ctx, task: Task, state: 'done' | 'skipped'): Promise<WaitingAct | undefined> {
  const { actId } = task.payload as { actId: string };
  const act = await settleAct(ctx, { communityId: task.communityId, id: actId, state });
  if (!act) return undefined;
  const { groupId, op, messageId } = act;
  ctx.emit(state === 'done' ? actConfirmed : actSkipped, act.communityId, { groupId, actId, op, messageId });
  return act;
}

/** What is kept of an act: not what is said to or of people. The task has the words, and they go with it. */
function keptArgs(op: string, args: Record<string, unknown>): Record<string, unknown> {
  const { text, excerpt: _excerpt, reason: _reason, mentions: _mentions, pictureIds: _pictures, ...kept } = args;
  return op === 'setNotice' ? { ...kept, text } : kept;
}

/** Title, words to copy and steps, in the language of whoever asks. */
async function describe(ctx: Ctx, group: Group, act: Act) {
  const { t } = ctx;
  const identityId = 'identityId' in act ? act.identityId : null;
  const person = identityId === null ? '' : ((await findIdentity(ctx, group.communityId, identityId))?.name ?? '');
  const mode =
    'on' in act ? (act.on ? 'On' : 'Off') : act.op === 'send' && act.kind === 'announcement' ? 'Announcement' : '';
  const key = `${act.op}${act.op === 'react' ? '' : mode}`;
  const values = { group: group.name, person, ...valuesOf(act) };
  return {
    title: t(`carriers:tasks.${key}.title` as TextKey, values),
    text: copyText(act),
    pictureIds: act.op === 'send' ? act.pictureIds : act.op === 'setAvatar' && act.pictureId ? [act.pictureId] : [],
    steps: t(`carriers:tasks.${key}.steps` as TextKey, values).split('\n'),
    about: identityId === null ? [] : [identityId],
  };
}

function copyText(act: Act): string {
  if ('text' in act) return act.text;
  if (act.op === 'setName' || act.op === 'createGroup') return act.name;
  // Why somebody has to go is said to them by the human who does it.
  if (act.op === 'kick' || act.op === 'ban') return act.reason ?? '';
  return 'excerpt' in act ? act.excerpt : '';
}

function valuesOf(act: Act): Record<string, string | number> {
  if (act.op === 'mute') return { minutes: Math.ceil(act.seconds / 60) };
  if (act.op === 'slowMode') return { seconds: act.seconds };
  if (act.op === 'setName' || act.op === 'createGroup') return { name: act.name };
  if (act.op === 'setRole') return { role: act.role };
  if (act.op === 'react') return { key: act.key };
  return {};
}
