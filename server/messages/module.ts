import { incoming } from '../carriers/index.ts';
import { communityExport } from '../communities/index.ts';
import { isInCommunity, mayListenToGroup, personErase, personExport } from '../people/index.ts';
import { mayReadFile, type MayReadFile } from '../platform/files/index.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { noteConfirmed, noteSkipped } from './deliveries.ts';
import { messagesErrors } from './errors.ts';
import { eraseTalk, exportMessages, exportTalk } from './privacy.ts';
import { receive } from './receive.ts';
import { memberRoutes } from './routes/member.ts';
import { teamRoutes } from './routes/team.ts';
import { messagesSettings } from './settings.ts';

/** Who is in a group of the community sees its pictures; who has left or was removed sees them no more. */
const memberMayRead: MayReadFile = (ctx, picture) => isInCommunity(ctx, picture.communityId);

/** Messages: the talk itself, from coming in to being found again. */
export const messagesModule = defineModule({
  name: 'messages',
  routes: [...memberRoutes, ...teamRoutes],
  on: [noteConfirmed, noteSkipped],
  fills: [
    fill(incoming, { receive }),
    fill(personErase, eraseTalk),
    fill(personExport, exportTalk),
    fill(communityExport, exportMessages),
    fill(mayReadFile, memberMayRead),
  ],
  channels: [{ name: 'group', mayListen: mayListenToGroup }],
  settings: [messagesSettings],
  permissions: {
    'messages.read': ['owner', 'admin', 'operator', 'moderator', 'viewer'],
    'messages.send': ['owner', 'admin', 'operator', 'editor', 'steward'],
    'messages.moderate': ['owner', 'admin', 'operator', 'steward', 'moderator'],
  },
  errors: messagesErrors,
});
