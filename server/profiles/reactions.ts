/** What profiles hear: whose facts have changed. Who speaks is found by the messages, which a gate of the talk has long recorded. */
import { balancesChanged, listOwners } from '../ledger/index.ts';
import { listAuthors, messageRecalled, messagesReceived } from '../messages/index.ts';
import { accountsMoved, applicationReceived, memberJoined, memberLeft, memberRoleChanged } from '../people/index.ts';
import { subscribe, type Subscription } from '../platform/bus/event.ts';
import { touchPeople } from './refresh.ts';

/** People who come, go, apply, get another role, are made one or taken apart. */
export const followPeople: Subscription = {
  name: 'profiles.follow_people',
  events: [memberJoined, memberLeft, memberRoleChanged, applicationReceived, accountsMoved] as Subscription['events'],
  handle: async (ctx, events) => {
    for (const [communityId, here] of Map.groupBy(events, (event) => event.communityId!)) {
      const identityIds = here.flatMap(({ payload }) => {
        const one = payload as {
          identityId?: string;
          identityIds?: readonly string[];
          members?: readonly { identityId: string }[];
        };
        return one.identityIds ?? one.members?.map(({ identityId }) => identityId) ?? [one.identityId!];
      });
      await touchPeople(ctx, communityId, identityIds);
    }
  },
};

/** People who have spoken, or whose words were taken back. */
export const followTalk: Subscription = {
  name: 'profiles.follow_talk',
  events: [messagesReceived, messageRecalled] as Subscription['events'],
  handle: async (ctx, events) => {
    const heard = events.map(({ communityId, payload }) => {
      const one = payload as { groupId: string; messageIds?: readonly string[]; messageId?: string };
      return { communityId: communityId!, groupId: one.groupId, messageIds: one.messageIds ?? [one.messageId!] };
    });
    for (const [communityId, here] of Map.groupBy(heard, (one) => one.communityId)) {
      const authors = new Set<string>();
      for (const [groupId, parts] of Map.groupBy(here, (one) => one.groupId)) {
        const ids = parts.flatMap(({ messageIds }) => messageIds);
        for (const author of await listAuthors(ctx, { communityId, groupId }, ids)) authors.add(author);
      }
      await touchPeople(ctx, communityId, [...authors]);
    }
  },
};

/** People whose points are others. */
export const followPoints = subscribe('profiles.follow_points', balancesChanged, async (ctx, events) => {
  for (const [communityId, here] of Map.groupBy(events, (event) => event.communityId!)) {
    const accountIds = here.flatMap(({ payload }) => payload.accountIds);
    await touchPeople(ctx, communityId, await listOwners(ctx, communityId, accountIds));
  }
});
