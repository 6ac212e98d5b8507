/** One's own introductions as one may see them: a decline by the other looks like no answer yet. */
import { listIdentities } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import type { Asker } from './asker.ts';
import { agreedAt, limits, sideOf, type Side } from './request.ts';
import { selectRequestsOf, type Outcome, type Request, type RequestState } from './store/request.ts';

/** An introduction as one of the two sees it. */
export interface OwnRequest {
  id: string;
  /** I asked, I was asked, or the team thought of us. */
  how: 'sent' | 'received' | 'suggested';
  state: RequestState;
  other: { identityId: string; name: string; pictureId: string | null };
  why: string;
  /** Waits for my answer. */
  isMine: boolean;
  createdAt: Date;
  expiresAt: Date;
  myWords: string | null;
  /** Only when both have agreed. */
  theirWords: string | null;
  outcome: Outcome | null;
  /** Two weeks have passed: time to say what came of it. */
  asksOutcome: boolean;
}

/** Everything of one's own, what waits for an answer first, then the newest. */
export async function listOwnRequests(ctx: Ctx, asker: Asker): Promise<OwnRequest[]> {
  const requests = await selectRequestsOf(ctx, asker.communityId, asker.identityIds);
  const otherIds = requests.map((one) => (sideOf(one, asker.identityIds) === 'from' ? one.toId : one.fromId));
  const names = new Map((await listIdentities(ctx, asker.communityId, otherIds)).map((one) => [one.id, one]));
  return requests
    .map((request, at) => {
      const other = names.get(otherIds[at]!);
      return show(request, sideOf(request, asker.identityIds)!, {
        now: ctx.now(),
        other: { identityId: otherIds[at]!, name: other?.name ?? '', pictureId: other?.pictureId ?? null },
      });
    })
    .toSorted((a, b) => Number(b.isMine || b.asksOutcome) - Number(a.isMine || a.asksOutcome));
}

function show(request: Request, side: Side, { now, other }: { now: Date; other: OwnRequest['other'] }): OwnRequest {
  const isFrom = side === 'from';
  const state = shownState(request, side, now);
  const outcome = isFrom ? request.fromOutcome : request.toOutcome;
  const isOver =
    request.settledAt !== null && now.getTime() - request.settledAt.getTime() >= limits.daysToOutcome * 86_400_000;
  return {
    id: request.id,
    how: request.suggestedBy === null ? (isFrom ? 'sent' : 'received') : 'suggested',
    state,
    other,
    why: request.why,
    isMine: state === 'open' && agreedAt(request, side) === null,
    createdAt: request.createdAt,
    expiresAt: request.expiresAt,
    myWords: isFrom ? request.fromWords : request.toWords,
    theirWords: state === 'accepted' ? (isFrom ? request.toWords : request.fromWords) : null,
    outcome,
    asksOutcome: state === 'accepted' && outcome === null && isOver,
  };
}

function shownState(request: Request, side: Side, now: Date): RequestState {
  const { state, declinedBy, withdrawnAt, expiresAt } = request;
  const mine = side === 'from' ? request.fromId : request.toId;
  if (side === 'from' && withdrawnAt) return 'withdrawn';
  const isUntold = state === 'declined' && declinedBy !== mine;
  if (state !== 'open' && !isUntold) return state;
  return expiresAt <= now ? 'expired' : 'open';
}
