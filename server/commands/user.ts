import { withInstallation } from '../installation.ts';
import { lanAddress } from '../main.ts';
import { createPasswordLink, createUser, findUserByEmail } from '../platform/auth/index.ts';
import { setGrant } from '../platform/auth/grants.ts';
import { installationRole } from '../platform/auth/permissions.ts';
import { inTransaction } from '../platform/context.ts';
import { installationOptions, print, readCommandConfig, UsageError, type Command } from './command.ts';

const linkHours = 72;

/** `miaohui user add`: an account and a link to choose its password; for an existing account, a new link. */
export const userAddCommand: Command = {
  name: 'user add',
  usage: 'user add EMAIL [--name NAME] [--admin]',
  summary: 'commands:user.summary',
  options: { ...installationOptions, name: { type: 'string' }, admin: { type: 'boolean' } },
  run: async (call) => {
    const { t, options, positionals } = call;
    const [email] = positionals;
    if (email === undefined || positionals.length > 1) throw new UsageError(t('commands:user.usage'));
    const { config, log } = readCommandConfig(call, true);
    const publicUrl = config.publicUrl ?? `http://${lanAddress(config.host)}:${config.port}`;
    await withInstallation({ config, log }, async (app) => {
      const ctx = app.context({ actor: { kind: 'system', name: 'command line' }, publicUrl });
      const known = await findUserByEmail(ctx, email);
      const user = await inTransaction(ctx, async (inner) => {
        const found = known ?? (await createUser(inner, { email, name: options.name ?? email.split('@')[0]! }));
        if (options.admin) await setGrant(inner, { userId: found.id, communityId: null, role: installationRole });
        return found;
      });
      print(t(known ? 'commands:user.exists' : 'commands:user.added', { email: user.email }));
      print(t('commands:user.link', { url: await createPasswordLink(ctx, user.id), hours: linkHours }));
    });
    return 0;
  },
};
