import { withInstallation } from '../installation.ts';
import { createTokenForUser, findUserByEmail } from '../platform/auth/index.ts';
import { inTransaction } from '../platform/context.ts';
import { installationOptions, print, readCommandConfig, UsageError, type Command } from './command.ts';

/** `miaohui token create`: a token in a user's name; without scopes, all that a token may have. */
export const tokenCreateCommand: Command = {
  name: 'token create',
  usage: 'token create --user EMAIL --name PURPOSE [--community ID] [--scopes a,b] [--days N]',
  summary: 'commands:token.summary',
  options: {
    ...installationOptions,
    user: { type: 'string' },
    community: { type: 'string' },
    name: { type: 'string' },
    scopes: { type: 'string' },
    days: { type: 'string' },
  },
  run: async (call) => {
    const { t, options } = call;
    const { user: email, name } = options;
    const days = Number(options.days ?? 90);
    if (!email || !name || !Number.isInteger(days) || days < 1) throw new UsageError(t('commands:token.usage'));
    const { config, log } = readCommandConfig(call, true);
    await withInstallation({ config, log }, async (app) => {
      const ctx = app.context({ actor: { kind: 'system', name: 'command line' } });
      const user = await findUserByEmail(ctx, email);
      if (!user) throw new UsageError(t('commands:token.no_user', { email }));
      const all = app.services.permissions.all.filter((permission) => permission !== 'tokens.manage');
      const token = await inTransaction(ctx, (inner) =>
        createTokenForUser(inner, {
          userId: user.id,
          communityId: options.community ?? null,
          name,
          scopes: options.scopes?.split(',').map((scope) => scope.trim()) ?? all,
          expiresAt: new Date(ctx.now().getTime() + days * 86_400_000),
        }),
      );
      process.stderr.write(`${t('commands:token.created')}\n`);
      // The secret alone on standard output, so that a script can keep it: TOKEN=$(miaohui token create …).
      print(token.secret);
    });
    return 0;
  },
};
