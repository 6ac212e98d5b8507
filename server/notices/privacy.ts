import type { PersonEraser, PersonExporter } from '../people/index.ts';
import { listDevicesOf } from '../people/index.ts';
import { deleteSubscriptions, deleteWishesOf, selectQuiet, selectWishesOf } from './store.ts';

/** Forgets what a person wanted to hear, and where their phones wanted it. A phone that carries others, too, subscribes again when it is next used. */
export const eraseWishes: PersonEraser = {
  name: 'notices',
  erase: async (ctx, { communityId, identityIds }) => {
    const devices = await listDevicesOf(ctx, communityId, identityIds);
    await deleteSubscriptions(
      ctx,
      devices.map(({ deviceId }) => deviceId),
    );
    return { done: true, rows: await deleteWishesOf(ctx, { communityId, identityIds }) };
  },
};

/** What a person wanted to hear, for their own export. */
export const exportWishes: PersonExporter = {
  name: 'notices',
  export: async (ctx, who) => ({
    groups: await selectWishesOf(ctx, who),
    quiet: [...(await selectQuiet(ctx, who.communityId, who.identityIds)).values()],
  }),
};
