/** What may be found of people is made anew when something of them has changed; a search only reads rows that are ready. */
import { z } from 'zod';
import { foldText } from '../../lib/text/index.ts';
import { listFaces, listPersonsOf, maskCard, type Card, type PersonFace } from '../people/index.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { tokensOfCard, tokensOfNames } from './tokens.ts';
import { insertStale, replaceFaces, selectStaleCommunities, takeStale, type FoundFace } from './store/face.ts';

/** People whose rows are made in one transaction. */
const chunk = 300;

/** Says that something of identities has changed; a few of them are made anew at once. */
export async function touchFaces(ctx: Ctx, communityId: string, identityIds: readonly string[]): Promise<void> {
  const ids = [...new Set(identityIds)];
  if (ids.length > chunk) await insertStale(ctx, communityId, ids);
  else if (ids.length > 0) await makeFaces(ctx, communityId, ids);
}

/** Every minute: whoever still has a mark. */
export const refreshFaces = defineJob({
  name: 'introductions.refresh_faces',
  payload: z.object({}),
  cron: '* * * * *',
  run: async (ctx) => {
    for (const communityId of await selectStaleCommunities(ctx)) {
      while (await takeSome(ctx, communityId)) {
        // Each turn is a batch in a transaction of its own.
      }
    }
  },
});

async function takeSome(ctx: Ctx, communityId: string): Promise<boolean> {
  return inTransaction(ctx, async (inner) => {
    const identityIds = await takeStale(inner, communityId, chunk);
    if (identityIds.length > 0) await makeFaces(inner, communityId, identityIds);
    return identityIds.length === chunk;
  });
}

async function makeFaces(ctx: Ctx, communityId: string, identityIds: readonly string[]): Promise<void> {
  const personIds = (await listPersonsOf(ctx, communityId, identityIds)).map(({ personId }) => personId);
  const faces = await listFaces(ctx, communityId, personIds);
  const present = faces.filter(({ groupIds }) => groupIds.length > 0);
  await replaceFaces(ctx, communityId, { identityIds, personIds, faces: present.map(readFace) });
}

/** What may be found of a person. */
export function readFace(face: PersonFace): FoundFace {
  const shown = maskCard(face.card);
  return {
    personId: face.personId,
    identityIds: face.identities.map(({ id }) => id),
    findable: face.privacy.findable,
    groups: face.groupIds,
    lines: Object.values(shown).filter((line) => line !== null).length,
    city: foldPlace(shown.city?.text),
    industry: foldPlace(shown.industry?.text),
    tokens: [...tokensOfNames(face.identities.map(({ name }) => name)), ...tokensOfCard(shown)],
    teamTokens: tokensOfCard(withoutShown(face.card)),
  };
}

/** A city or an industry as it is compared: folded, without the word that says what it is. */
export function foldPlace(text: string | undefined): string | null {
  const folded = foldText(text ?? '').replace(/[\s，,。.、]+/gu, '');
  return folded.length > 2 ? folded.replace(/(市|行业)$/u, '') : folded || null;
}

function withoutShown(card: Card): Card {
  return Object.fromEntries(
    Object.entries(card).map(([key, line]) => [key, line?.visibility === 'team' ? line : null]),
  ) as Card;
}
