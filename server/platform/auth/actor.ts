/** Who acts. Everything that is done is done by one of these, and the audit log keeps which. */
export type Actor =
  | { readonly kind: 'anonymous' }
  /**
   * A person of the team, signed in with a password (and TOTP); `sessionId` is the browser they do it in. `deviceId`:
   * in the same browser they are a member, too.
   */
  | {
      readonly kind: 'operator';
      readonly userId: string;
      readonly name: string;
      readonly sessionId?: string;
      readonly deviceId?: string;
    }
  /** A program with an API token: at most `scopes`, and at most what its maker may do in `communityId` (null = anywhere). */
  | {
      readonly kind: 'token';
      readonly tokenId: string;
      readonly userId: string;
      readonly name: string;
      readonly communityId: string | null;
      readonly scopes: readonly string[];
    }
  /** A member's browser; `people` knows which identities it carries. */
  | { readonly kind: 'device'; readonly deviceId: string }
  /** The program itself: a job, a reaction, the command line. */
  | { readonly kind: 'system'; readonly name: string };

/** The actor as one text, e.g. for idempotency keys and rate limits: `operator:…`, `device:…`. */
export function actorKey(actor: Actor): string {
  switch (actor.kind) {
    case 'anonymous':
      return 'anonymous';
    case 'operator':
      return `operator:${actor.userId}`;
    case 'token':
      return `token:${actor.tokenId}`;
    case 'device':
      return `device:${actor.deviceId}`;
    case 'system':
      return `system:${actor.name}`;
  }
}

/** The id part of an actor, null for the anonymous. */
export function actorId(actor: Actor): string | null {
  if (actor.kind === 'operator') return actor.userId;
  if (actor.kind === 'token') return actor.tokenId;
  if (actor.kind === 'device') return actor.deviceId;
  return actor.kind === 'system' ? actor.name : null;
}

/** The member's device behind a request: also of an operator who is a member in the same browser. Null when there is none. */
export function deviceIdOf(actor: Actor): string | null {
  return actor.kind === 'device' || actor.kind === 'operator' ? (actor.deviceId ?? null) : null;
}
