/**
 * The self-introduction card and the privacy switches of a person. Each line has its own audience: everybody who shares
 * a group with the person, or only the team.
 */
import { z } from 'zod';
import { optionalLine, paragraphs } from '../communities/index.ts';

/** Lines of the card, in the order in which they are shown. The name stands on the identity. */
export const cardLines = ['profession', 'city', 'industry', 'offers', 'needs'] as const;

/** One line of the card. */
export type CardLine = (typeof cardLines)[number];

const visibility = z.enum(['groups', 'team']).default('groups');
/** So many words of one's own stand on a card at most, each so long. */
const mostTags = 8;
const longestTag = 12;

const short = z.strictObject({ text: optionalLine(40), visibility });
const long = z.strictObject({ text: paragraphs(200), visibility });

/** The card as it is sent in: absent lines stay, null takes a line away. */
export const cardInput = z.strictObject({
  profession: short.nullish(),
  city: short.nullish(),
  industry: short.nullish(),
  offers: long.nullish(),
  needs: long.nullish(),
  tags: z.strictObject({ items: z.array(optionalLine(longestTag)).max(mostTags), visibility }).nullish(),
});

const shownLine = z.object({ text: z.string(), visibility: z.enum(['groups', 'team']) }).nullable();

/** The card as it is shown. */
export const cardShape = z
  .object({
    profession: shownLine,
    city: shownLine,
    industry: shownLine,
    offers: shownLine,
    needs: shownLine,
    tags: z.object({ items: z.array(z.string()), visibility: z.enum(['groups', 'team']) }).nullable(),
  })
  .meta({ id: 'Card' });

/** A card: each line or null. */
export type Card = z.output<typeof cardShape>;

/** A card with nothing on it. */
export const emptyCard: Card = { profession: null, city: null, industry: null, offers: null, needs: null, tags: null };

/** Reads a stored card. */
export function readCard(stored: unknown): Card {
  return cardShape.parse({ ...emptyCard, ...(stored as object) });
}

/** Lays a change over a card; an empty text takes the line away. */
export function changeCard(card: Card, change: z.output<typeof cardInput>): Card {
  const next = { ...card };
  for (const key of cardLines) {
    const given = change[key];
    if (given !== undefined) next[key] = given === null || given.text === '' ? null : given;
  }
  if (change.tags !== undefined) {
    const items = [...new Set(change.tags?.items.filter((item) => item !== ''))];
    next.tags = items.length === 0 ? null : { items, visibility: change.tags!.visibility };
  }
  return next;
}

/** The card as seen by group mates (`groups`) or by the team without the right to private lines. */
export function maskCard(card: Card): Card {
  const shown = { ...card };
  for (const key of cardLines) if (shown[key]?.visibility === 'team') shown[key] = null;
  if (shown.tags?.visibility === 'team') shown.tags = null;
  return shown;
}

/** Privacy switches; all off until the person turns them on. */
export const privacyShape = z.object({
  /** May be found by and introduced to members of other groups. */
  findable: z.boolean().default(false),
  /** Own pictures and words may be put into highlights. */
  featured: z.boolean().default(false),
  /** Wants to hear of offers and events. */
  offers: z.boolean().default(false),
  /** Does not want to be written to by the team on its own account; `mayContact` is where everybody asks. */
  uncontacted: z.boolean().default(false),
});

/** A person's privacy switches. */
export type Privacy = z.output<typeof privacyShape>;

/** The switches as they are sent in: absent ones stay. */
export const privacyInput = z.strictObject({
  findable: z.boolean().optional(),
  featured: z.boolean().optional(),
  offers: z.boolean().optional(),
  uncontacted: z.boolean().optional(),
});
