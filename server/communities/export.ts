import type { Ctx } from '../platform/context.ts';
import { actAs } from '../platform/context.ts';
import { getCommunity } from './community.ts';
import { communityExport, type ExportPart } from './slots.ts';
import * as store from './store.ts';

/** What this module itself gives to the full export. */
export const communityParts: readonly ExportPart[] = [
  {
    name: 'communities.community',
    rows: async function* (ctx, communityId) {
      yield { ...(await getCommunity(ctx, communityId)) };
    },
  },
  {
    name: 'communities.assumption',
    rows: async function* (ctx, communityId) {
      for (let after: string | undefined; ;) {
        const rows = await store.selectAssumptions(ctx, communityId, { after, limit: 500 });
        yield* rows.map((row) => ({ ...row }));
        if (rows.length < 500) return;
        after = rows.at(-1)!.id;
      }
    },
  },
  {
    name: 'communities.playbook',
    rows: async function* (ctx, communityId) {
      yield* (await store.selectPlaybooks(ctx, communityId)).map((row) => ({ ...row }));
    },
  },
];

/**
 * Everything that the modules keep of a community, as lines of JSON: `{part, …row}`, first a head, last `{part: 'end', rows}`.
 * A file without its last line is not complete.
 */
export async function* exportCommunity(ctx: Ctx, communityId: string): AsyncGenerator<string> {
  // The stream outlives the request's check, so it reads as what it is: the program writing down what was allowed.
  const reader = actAs(ctx, { kind: 'system', name: 'communities.export' });
  yield line({ part: 'head', version: 1, communityId, at: ctx.now() });
  let rows = 0;
  for (const { name, rows: read } of ctx.slots(communityExport)) {
    for await (const row of read(reader, communityId)) {
      rows += 1;
      yield line({ part: name, ...row });
    }
  }
  yield line({ part: 'end', rows });
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
