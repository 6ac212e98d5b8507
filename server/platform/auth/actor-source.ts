import type { Services } from '../context.ts';
import type { Actor } from './actor.ts';

/**
 * A way to learn who sends a request: operator session, API token, member's device. Asked in order until one knows;
 * undefined = not mine, throws = mine but refused (expired, revoked).
 */
export interface ActorSource {
  readonly name: string;
  /** `cookie` sources are open to cross-site requests, so unsafe methods are checked for their origin. */
  readonly via: 'cookie' | 'header';
  readonly read: (services: Services, headers: Headers) => Promise<Actor | undefined>;
}
