import type { Ctx } from '../context.ts';
import { defineSlot } from '../slots.ts';
import type { Picture } from './store.ts';

/**
 * Whether the actor may look at a picture, asked outside any transaction for one picture at a time; the first `true` wins.
 * Operators with a role in the picture's community need no filling. A filling that throws fails the request.
 */
export type MayReadFile = (ctx: Ctx, picture: Picture) => Promise<boolean>;

/** Filled by modules that know who is a member where. */
export const mayReadFile = defineSlot<MayReadFile>('files.mayReadFile');
