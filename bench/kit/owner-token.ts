/** A token of an owner of the community, for asking through the real door inside the benchmark's own process. */
import { createTokenForUser, createUser } from '../../server/platform/auth/index.ts';
import { setGrant } from '../../server/platform/auth/grants.ts';
import { inTransaction } from '../../server/platform/context.ts';
import { newId } from '../../server/platform/ids.ts';
import type { Inside } from './inside.ts';

/** Makes an owner with a token for all that owners may; a kept database gets one more each time. */
export async function makeOwnerToken({ app, communityId }: Inside): Promise<string> {
  return inTransaction(app.context({}), async (ctx) => {
    const user = await createUser(ctx, { name: '何晚舟', email: `${newId()}@fair.test` });
    await setGrant(ctx, { userId: user.id, communityId, role: 'owner' });
    const expiresAt = new Date(Date.now() + 86_400_000);
    // No token may make tokens.
    const scopes = ctx.services.permissions.of(['owner']).filter((scope) => scope !== 'tokens.manage');
    return (await createTokenForUser(ctx, { userId: user.id, communityId, name: 'bench', scopes, expiresAt })).secret;
  });
}
