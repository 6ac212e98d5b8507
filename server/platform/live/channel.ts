import type { Ctx } from '../context.ts';

/**
 * A kind of live stream, e.g. one for each group. Declared by the module that publishes on it; clients subscribe to
 * `name:id`. What is published is a hint to show at once: the truth is read again through the API after a gap.
 */
export interface Channel {
  readonly name: string;
  /** Whether the actor of `ctx` may listen; asked at subscribing and again when `revoke` is called. */
  readonly mayListen: (ctx: Ctx, id: string) => Promise<boolean>;
}
