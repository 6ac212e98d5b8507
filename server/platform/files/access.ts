import type { Ctx } from '../context.ts';
import { checkPermission } from '../auth/grants.ts';
import { platformErrors } from '../errors.ts';
import type { Access } from '../http/access.ts';
import { isId } from '../ids.ts';
import { getPicture } from './picture.ts';
import { mayReadFile } from './slots.ts';
import type { Picture } from './store.ts';

/** Those who may look at the picture of `{fileId}`; to all others it does not exist. */
export const readerOfFile: Access = {
  name: 'reader of the file',
  check: async (ctx, { fileId }) => {
    const picture = fileId !== undefined && isId(fileId) ? await getPicture(ctx, fileId) : undefined;
    if (picture && (await mayRead(ctx, picture))) return;
    throw ctx.actor.kind === 'anonymous' ? platformErrors.not_signed_in() : platformErrors.not_found();
  },
};

async function mayRead(ctx: Ctx, picture: Picture): Promise<boolean> {
  if ((await checkPermission(ctx, 'files.read', picture.communityId)) === 'granted') return true;
  for (const may of ctx.slots(mayReadFile)) if (await may(ctx, picture)) return true;
  return false;
}
