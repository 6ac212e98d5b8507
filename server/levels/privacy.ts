/** Being forgotten and taking one's data along, the timeline, and what this module gives to the full export of a community. */
import { partsOfTables } from '../communities/index.ts';
import type { PersonEraser, PersonExporter, PersonTimeline } from '../people/index.ts';
import { selectLadders } from './store/ladder.ts';
import { deleteOwn, exportTables, replaceLevels, selectLaddersNaming, selectOwnRows } from './store/privacy.ts';
import { selectChanges } from './store/standing.ts';

/** Forgets where a person stood; rules that named them name the tombstone. */
export const eraseLevels: PersonEraser = {
  name: 'levels',
  erase: async (ctx, who) => {
    for (const { id, levels } of await selectLaddersNaming(ctx, who)) {
      const forgotten = who.identityIds.reduce(
        (text, one) => text.replaceAll(one, who.tombstoneId),
        JSON.stringify(levels),
      );
      await replaceLevels(ctx, who.communityId, { id, levels: JSON.parse(forgotten) as unknown });
    }
    return { done: true, rows: await deleteOwn(ctx, who) };
  },
};

/** Levels, how they changed, what was paid for them. */
export const exportLevels: PersonExporter = { name: 'levels', export: selectOwnRows };

/** Ways up and down in a person's timeline; the first placing is none. */
export const levelsTimeline: PersonTimeline = {
  name: 'levels',
  list: async (ctx, { communityId, identityIds, until, limit }) => {
    const ladders = new Map((await selectLadders(ctx, communityId)).map((ladder) => [ladder.id, ladder]));
    const changes = await selectChanges(ctx, { communityId, identityIds, until }, { before: null, limit });
    const nameOf = (id: string, number: number) =>
      ladders.get(id)?.levels.find((level) => level.number === number)?.name ?? String(number);
    return changes.map(({ id, ladderId, fromLevel, toLevel, up, cause, at }) => ({
      key: `level ${id}`,
      at,
      kind: up ? 'levels.up' : 'levels.down',
      groupId: null,
      data: {
        ladder: ladders.get(ladderId)?.name ?? '',
        from: nameOf(ladderId, fromLevel),
        to: nameOf(ladderId, toLevel),
        cause,
      },
    }));
  },
};

/** Parts of the full export. */
export const levelsParts = partsOfTables('levels', exportTables);
