/** The newcomers' path, pure: what the talk of a group means for those who are in their first days there. */

/** So long is the path of somebody. */
export const pathDays = 5;

/** The path in milliseconds. */
export const pathMs = pathDays * 86_400_000;

/** Below so many people a share says nothing. */
export const enoughNewcomers = 20;

/** Steps of the path, in the order in which they are shown. */
export const steps = ['welcomed', 'carded', 'spoke', 'answered', 'back'] as const;

/** Where somebody stands: the first thing that is missing, what others can do about before what is theirs to do. */
export const standings = ['unanswered', 'unwelcomed', 'silent', 'uncarded', 'not_back', 'through', 'left'] as const;

/** One of them. */
export type Standing = (typeof standings)[number];

/** What the talk can change on the way of a newcomer. */
export interface UnderWay {
  identityId: string;
  joinedAt: Date;
  welcomedAt: Date | null;
  spokeAt: Date | null;
  answeredAt: Date | null;
  backOn: string | null;
}

/** Something that was said. */
export interface Said {
  at: Date;
  authorId: string;
  /** Who wrote what it replies to. */
  repliesTo: string | null;
  /** Who is named in it. */
  names: readonly string[];
  /** The program said it by itself: it can welcome, but it is no answer. */
  isAutomatic: boolean;
}

/** Where newcomers are after something was said, those only for whom it changes something; `said` is in the order of the talk. */
export function followTalk(
  newcomers: readonly UnderWay[],
  said: readonly Said[],
  dayOf: (at: Date) => string,
): UnderWay[] {
  const now = new Map(newcomers.map((one) => [one.identityId, { ...one }]));
  const onPath = (identityId: string, at: Date) => {
    const one = now.get(identityId);
    return one && at >= one.joinedAt && at.getTime() < one.joinedAt.getTime() + pathMs ? one : undefined;
  };
  for (const { at, authorId, repliesTo, names, isAutomatic } of said) {
    const author = onPath(authorId, at);
    if (author) {
      author.spokeAt ??= at;
      if (dayOf(at) > dayOf(author.joinedAt)) author.backOn ??= dayOf(at);
    }
    for (const identityId of new Set([...(repliesTo === null ? [] : [repliesTo]), ...names])) {
      const one = identityId === authorId ? undefined : onPath(identityId, at);
      if (!one) continue;
      one.welcomedAt ??= at;
      if (!isAutomatic && one.spokeAt !== null && at >= one.spokeAt) one.answeredAt ??= at;
    }
  }
  return newcomers.flatMap((before) => {
    const after = now.get(before.identityId)!;
    const changed = (['welcomedAt', 'spokeAt', 'answeredAt', 'backOn'] as const).some(
      (key) => after[key] !== before[key],
    );
    return changed ? [after] : [];
  });
}
