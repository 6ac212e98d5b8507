/** Each night all groups are sorted anew, in a process of its own: a page of groups, then the next; a break loses at most one page. */
import { z } from 'zod';
import { listLivingCommunities, listLivingGroups } from '../../groups/index.ts';
import { inTransaction, type Ctx } from '../../platform/context.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { sortGroup } from './group.ts';

const groupsAtOnce = 20;

/** Goes through a community's groups from one on, by id. */
export const sortGroups = defineJob({
  name: 'care.sort_groups',
  payload: z.object({ communityId: z.uuid(), after: z.uuid().nullable() }),
  apart: true,
  run: async (ctx, { communityId, after }) => {
    const ids = (await listLivingGroups(ctx, communityId)).map(({ id }) => id).toSorted();
    const rest = after === null ? ids : ids.filter((id) => id > after);
    const page = rest.slice(0, groupsAtOnce);
    for (const groupId of page) await sortGroup(ctx, { communityId, groupId });
    if (rest.length > page.length) await beginSorting(ctx, communityId, page.at(-1)!);
  },
});

/** Each night, after the day is over where most people are. */
export const sortAll = defineJob({
  name: 'care.sort_all',
  payload: z.object({}),
  cron: '10 18 * * *',
  run: async (ctx) => {
    for (const communityId of await listLivingCommunities(ctx)) await beginSorting(ctx, communityId);
  },
});

/** Sorts a community's groups in the background, one community after another; asked twice, it is done once. */
export async function beginSorting(ctx: Ctx, communityId: string, after: string | null = null): Promise<void> {
  const options = { key: `care.sort_groups ${communityId}`, queue: 'care.sort' };
  await inTransaction(ctx, async (inner) => inner.enqueue(sortGroups, { communityId, after }, options));
}
