/** Going over what was said with two rulebooks: what only the second one stops, what only the first one did, and which of it is doubtful. */
import { hamming, nearDistance, simHash } from '../../lib/text/index.ts';
import { listReacted } from '../messages/index.ts';
import type { Ctx } from '../platform/context.ts';
import { createRepeatMemory } from './checks/repeats.ts';
import type { DryBooks } from './dry-books.ts';
import type { Heard } from './dry-stream.ts';
import { findTeam } from './heard.ts';
import { findEvidence } from './judge.ts';
import type { Rulebook } from './rulebook.ts';
import { countUpheld } from './store/cases.ts';
import { selectReleasedTexts, type Doubt, type DryHit } from './store/dry-runs.ts';
import { listTrust, type Trust } from './trust.ts';
import { decide } from './verdict.ts';

/** Most messages that are listed; all are counted. */
export const mostListed = 1000;

/** Goes over messages in the order of time. */
export interface DryLook {
  look(piece: readonly Heard[]): Promise<void>;
  readonly hits: number;
  readonly freed: number;
  /** What is listed, with its doubts. */
  finish(): Promise<DryHit[]>;
}

interface Listed {
  hit: DryHit;
  text: string;
  isAnswered: boolean;
}

/** Begins. */
export function openLook(ctx: Ctx, communityId: string, books: DryBooks): DryLook {
  const looks = [books.before, books.after].map((book) => ({ book, memory: createRepeatMemory() }));
  const standings = new Map<string, Trust>();
  const listed = new Map<string, Listed>();
  let [hits, freed] = [0, 0];
  const judge = (found: ReturnType<typeof findEvidence>, trust: Trust, book: Rulebook) =>
    decide(found, trust, book.settings.thresholds);
  return {
    get hits() {
      return hits;
    },
    get freed() {
      return freed;
    },
    async look(piece) {
      const found = piece.map((heard) => looks.map(({ book, memory }) => findIn(heard, book, memory)));
      const suspects = piece.filter((_, at) => found[at]!.some((evidence) => evidence.length > 0));
      await readStandings(ctx, { communityId, suspects, limits: books.after.settings.trust }, standings);
      for (const [at, heard] of piece.entries()) {
        noteAnswer(heard, listed);
        const [before, after] = found[at]!;
        if (before!.length + after!.length === 0) continue;
        const trust = standings.get(keyOf(heard)) ?? 'new';
        const was = judge(before!, trust, books.before);
        const verdict = judge(after!, trust, books.after);
        if (was.action !== 'pass' && verdict.action === 'pass') freed++;
        if (was.action !== 'pass' || verdict.action === 'pass') continue;
        hits++;
        if (listed.size < mostListed)
          listed.set(heard.id, { hit: hitOf(heard, verdict), text: heard.text, isAnswered: false });
      }
    },
    finish: () => findDoubts(ctx, communityId, [...listed.values()]),
  };
}

function findIn(heard: Heard, book: Rulebook, memory: ReturnType<typeof createRepeatMemory>) {
  if (heard.recalledAt !== null) return [];
  if (heard.operatorId !== null) {
    memory.hearTeam(heard.text);
    return [];
  }
  const { id: attemptId, authorId: identityId, groupId, text, picture, at } = heard;
  return findEvidence({ attemptId, identityId, groupId, text, picture, at }, book, memory);
}

function hitOf(heard: Heard, verdict: ReturnType<typeof decide>): DryHit {
  const { id: messageId, authorId: identityId, groupId, at } = heard;
  const { trust, score, evidence } = verdict;
  const action = verdict.action === 'stop' ? 'stop' : 'hold';
  return { groupId, messageId, identityId, at, action, trust, score, evidence, doubts: [] };
}

/** Answers come after what they answer. */
function noteAnswer({ replyTo, authorId }: Heard, listed: ReadonlyMap<string, Listed>): void {
  const answered = replyTo === null ? undefined : listed.get(replyTo);
  if (answered && answered.hit.identityId !== authorId) answered.isAnswered = true;
}

const keyOf = ({ groupId, authorId }: Heard) => `${groupId} ${authorId}`;

/** How well authors are known today; what they were when they said it is not kept. */
async function readStandings(
  ctx: Ctx,
  which: { communityId: string; suspects: readonly Heard[]; limits: Rulebook['settings']['trust'] },
  standings: Map<string, Trust>,
): Promise<void> {
  const { communityId, limits } = which;
  const unknown = which.suspects.filter((heard) => !standings.has(keyOf(heard)));
  if (unknown.length === 0) return;
  const trust = await listTrust(ctx, { communityId, identityIds: unknown.map(({ authorId }) => authorId) }, limits);
  for (const [groupId, some] of Map.groupBy(unknown, (heard) => heard.groupId)) {
    const identityIds = [...new Set(some.map(({ authorId }) => authorId))];
    const team = await findTeam(ctx, { communityId, groupId, identityIds });
    for (const heard of some)
      standings.set(keyOf(heard), team.has(heard.authorId) ? 'team' : (trust.get(heard.authorId) ?? 'new'));
  }
}

const mostReleased = 2000;

/** Doubtful is what a well known member said, what others liked or answered, and what was let through before. */
async function findDoubts(ctx: Ctx, communityId: string, listed: readonly Listed[]): Promise<DryHit[]> {
  const identityIds = [...new Set(listed.map(({ hit }) => hit.identityId))];
  const upheld = await countUpheld(ctx, communityId, identityIds);
  const released = (await selectReleasedTexts(ctx, communityId, mostReleased)).map(simHash);
  const liked = new Set<string>();
  for (const [groupId, some] of Map.groupBy(listed, ({ hit }) => hit.groupId)) {
    const ids = some.map(({ hit }) => hit.messageId);
    for (const id of await listReacted(ctx, { communityId, groupId }, ids)) liked.add(id);
  }
  return listed.map(({ hit, text, isAnswered }) => {
    const isClean = (upheld.get(hit.identityId) ?? 0) === 0;
    const hash = simHash(text);
    const doubts: Doubt[] = [
      ...(hit.trust === 'core' || (hit.trust === 'member' && isClean) ? (['known'] as const) : []),
      ...(isAnswered || liked.has(hit.messageId) ? (['welcomed'] as const) : []),
      ...(released.some((other) => hamming(other, hash) <= nearDistance) ? (['released'] as const) : []),
    ];
    return { ...hit, doubts };
  });
}
