/** Routes of the cards that the team shows to members. */
import { z } from 'zod';
import { can } from '../../platform/http/access.ts';
import { defineRoute } from '../../platform/http/route.ts';
import { findOwnCard, hideCardOf, listShownCards, writeOwnCard } from '../public-card.ts';
import type { CardWords, PublicCard } from '../store/public-cards.ts';

const params = z.strictObject({ communityId: z.uuid() });

const words = z
  .object({ name: z.string(), asks: z.string(), hours: z.string(), isShown: z.boolean() })
  .meta({ id: 'PublicCard' });

function show({ name, asks, hours, isShown }: CardWords): z.input<typeof words> {
  return { name, asks, hours, isShown };
}

function face({ userId, name, asks, hours }: PublicCard) {
  return { userId, name, asks, hours };
}

/** Routes of the cards. */
export const publicCardRoutes = [
  defineRoute({
    name: 'team.get_own_card',
    method: 'get',
    path: '/api/communities/{communityId}/team-card',
    summary: 'The card that I show to members; before I have written one, my name and nothing else',
    access: can('tasks.do'),
    params,
    response: words,
    handle: async (ctx, { params: { communityId } }) => show(await findOwnCard(ctx, communityId)),
  }),
  defineRoute({
    name: 'team.write_own_card',
    method: 'put',
    path: '/api/communities/{communityId}/team-card',
    summary: 'Write the card that I show to members, and switch it on or off',
    access: can('tasks.do'),
    params,
    body: z.strictObject({
      name: z.string().trim().max(20),
      asks: z.string().trim().max(120),
      hours: z.string().trim().max(60),
      isShown: z.boolean(),
    }),
    response: words,
    handle: async (ctx, { params: { communityId }, body }) => show(await writeOwnCard(ctx, communityId, body)),
  }),
  defineRoute({
    name: 'team.hide_card',
    method: 'post',
    path: '/api/communities/{communityId}/team/{userId}/hide-card',
    summary: "Take somebody's card out of members' sight; saying so twice changes nothing",
    access: can('team.manage'),
    params: params.extend({ userId: z.uuid() }),
    body: z.strictObject({}),
    handle: (ctx, { params: who }) => hideCardOf(ctx, who),
  }),
  defineRoute({
    name: 'team.list_shown_cards',
    method: 'get',
    path: '/api/communities/{communityId}/team-cards',
    summary: 'The cards of the team that members see',
    access: can('team.read'),
    params,
    response: z.object({
      cards: z.array(z.object({ userId: z.string(), name: z.string(), asks: z.string(), hours: z.string() })),
    }),
    handle: async (ctx, { params: { communityId } }) => ({
      cards: (await listShownCards(ctx, communityId)).map(face),
    }),
  }),
];
