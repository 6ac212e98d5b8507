import { z } from 'zod';
import { inTransaction, type Ctx } from '../context.ts';
import { defineJob } from '../jobs/job.ts';
import { listContents, removeContent, removeLeftovers } from './folder.ts';
import { lockContent, selectUnused } from './store.ts';

const day = 24 * 60 * 60 * 1000;

/** After pictures were deleted: removes the contents that nothing uses any more. */
export const removeContents = defineJob({
  name: 'files.remove_contents',
  payload: z.object({ contents: z.array(z.string()) }),
  run: (ctx, { contents }) => removeUnused(ctx, contents),
});

/** Nightly: removes files whose row was never committed, and what a crash left half-written. */
export const sweepFiles = defineJob({
  name: 'files.sweep_files',
  payload: z.object({}),
  cron: '10 20 * * *',
  run: async (ctx) => {
    const { config } = ctx.services;
    const yesterday = new Date(ctx.now().getTime() - day);
    await removeLeftovers(config, yesterday);
    for await (const contents of listContents(config, yesterday)) {
      await removeUnused(ctx, await selectUnused(ctx, contents));
    }
  },
});

/** One content at a time under its lock: a picture that is being stored with the same content keeps its files. */
async function removeUnused(ctx: Ctx, contents: readonly string[]): Promise<void> {
  for (const sha256 of contents) {
    await inTransaction(ctx, async (inner) => {
      await lockContent(inner, sha256);
      const [unused] = await selectUnused(inner, [sha256]);
      if (unused) await removeContent(inner.services.config, unused);
    });
  }
}
