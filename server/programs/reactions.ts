/** What programs hear: words said in groups, messages taken back, people who come and go. */
import { getZone } from '../communities/index.ts';
import { listMessages, messageRecalled, messagesReceived, type MessageFacts } from '../messages/index.ts';
import { listIdentities, listMemberships, memberJoined, memberLeft } from '../people/index.ts';
import type { Happened, Subscription } from '../platform/bus/event.ts';
import type { Ctx } from '../platform/context.ts';
import { countClaims } from './count.ts';
import { readDay } from './day.ts';
import { isPlayedIn, stateOf, type Program } from './program.ts';
import { markPresence } from './store/count.ts';
import { selectPrograms } from './store/program.ts';
import type { Claim } from './tally.ts';
import { isCheckIn } from './words.ts';

interface Received {
  groupId: string;
  messageIds: string[];
}

/**
 * Counts words and recalls in one subscription, so that a recall never overtakes its message. What is heard is read as it
 * stands now; live talk and late imports count alike, each message on its own day.
 */
export const countWords: Subscription = {
  name: 'programs.count_words',
  events: [messagesReceived, messageRecalled] as Subscription['events'],
  handle: async (ctx, events) => {
    const communityIds = [...new Set(events.flatMap((event) => event.communityId ?? []))];
    const programs = Map.groupBy(await selectPrograms(ctx, { communityIds }), (program) => program.communityId);
    for (const communityId of communityIds.toSorted()) {
      const here = programs.get(communityId);
      if (here)
        await countCommunity(
          ctx,
          here,
          events.filter((event) => event.communityId === communityId),
        );
    }
  },
};

async function countCommunity(ctx: Ctx, programs: readonly Program[], events: Happened<unknown>[]): Promise<void> {
  const { communityId } = programs[0]!;
  const recalled = events.flatMap((event) =>
    event.name === messageRecalled.name ? [(event.payload as { messageId: string }).messageId] : [],
  );
  const heard = events
    .filter((event) => event.name === messagesReceived.name)
    .map((event) => event.payload as Received);
  const add: Claim[] = [];
  for (const [groupId, parts] of Map.groupBy(heard, (one) => one.groupId)) {
    const played = programs.filter((program) => isPlayedIn(program, groupId) && program.definition.words.length > 0);
    if (played.length === 0) continue;
    const ids = parts.flatMap((part) => part.messageIds);
    for (let from = 0; from < ids.length; from += chunk)
      add.push(...(await readClaims(ctx, { communityId, groupId, programs: played }, ids.slice(from, from + chunk))));
  }
  await countClaims(ctx, communityId, { programs, add, recalled });
}

/** Messages read in one statement. */
const chunk = 2000;

async function readClaims(
  ctx: Ctx,
  place: { communityId: string; groupId: string; programs: readonly Program[] },
  ids: readonly string[],
): Promise<Claim[]> {
  const { communityId, groupId, programs } = place;
  const zone = await getZone(ctx, communityId);
  const claims = (await listMessages(ctx, { communityId, groupId }, ids)).flatMap((message) =>
    programs.flatMap((program) => claimOf(program, message, { groupId, zone })),
  );
  // The community's own voice, bots and those who were forgotten meanwhile check in nowhere.
  const authors = await listIdentities(ctx, communityId, [...new Set(claims.map((claim) => claim.identityId))]);
  const members = new Set(authors.filter((author) => author.kind === 'member').map((author) => author.id));
  return claims.filter((claim) => members.has(claim.identityId));
}

function claimOf(program: Program, message: MessageFacts, where: { groupId: string; zone: string }): Claim[] {
  const { id, at, authorId: identityId, kind, recalledAt, operatorId } = message;
  if (recalledAt || operatorId || kind === 'system') return [];
  const { words, window } = program.definition;
  const { day, state } = readDay(at, where.zone, window);
  if (state !== 'open' || stateOf(program, day) !== 'running' || !isCheckIn(message.text, words)) return [];
  return [
    {
      programId: program.id,
      id,
      kind: 'word',
      identityId,
      groupId: where.groupId,
      day,
      at,
      usedOn: null,
      granted: false,
    },
  ];
}

interface Moved {
  groupId: string;
  members: { membershipId: string; identityId: string }[];
}

/** Keeps track of who of those who check in is in which group; asked again, because the newest state counts. */
export const followMembers: Subscription = {
  name: 'programs.follow_members',
  events: [memberJoined, memberLeft] as Subscription['events'],
  handle: async (ctx, events) => {
    for (const [communityId, ofCommunity] of Map.groupBy(events, (event) => event.communityId!)) {
      const moved = ofCommunity.map((event) => event.payload as Moved);
      const people: { groupId: string; identityId: string; present: boolean }[] = [];
      for (const [groupId, parts] of Map.groupBy(moved, (one) => one.groupId)) {
        const identityIds = [...new Set(parts.flatMap((part) => part.members.map((member) => member.identityId)))];
        const stays = await listMemberships(ctx, { communityId, groupId, identityIds });
        const inside = new Set(stays.map((stay) => stay.identityId));
        for (const identityId of identityIds) people.push({ groupId, identityId, present: inside.has(identityId) });
      }
      await markPresence(ctx, communityId, people);
    }
  },
};
