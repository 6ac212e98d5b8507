import type { Ctx } from '../context.ts';
import { defineSlot } from '../slots.ts';
import type { GreyPixels } from './encode.ts';
import type { Picture } from './store.ts';

/**
 * Whether the actor may look at a picture, asked outside any transaction for one picture at a time; the first `true` wins.
 * Operators with a role in the picture's community need no filling. A filling that throws fails the request.
 */
export type MayReadFile = (ctx: Ctx, picture: Picture) => Promise<boolean>;

/** Filled by modules that know who is a member where. */
export const mayReadFile = defineSlot<MayReadFile>('files.mayReadFile');

/** Somebody who wants to look at what was uploaded. */
export interface PictureWatcher {
  readonly name: string;
  /** Hears of a picture after it was stored, with its pixels; must return at once and not throw. */
  readonly look: (ctx: Ctx, picture: { id: string; communityId: string }, pixels: GreyPixels) => void;
}

/** Told of every picture that comes in, while its pixels are at hand: reading them again would cost more than they do. */
export const lookAtPicture = defineSlot<PictureWatcher>('files.lookAtPicture');
