/** What members of the built-in group say: gathered for each group, handed over in batches, acknowledged after commit. */
import type { CurrentMembership } from '../../people/index.ts';
import { createContext, type Ctx, type Services } from '../../platform/context.ts';
import { getPicture } from '../../platform/files/index.ts';
import { createBatcher, type Batcher } from '../batcher.ts';
import { carriersErrors } from '../errors.ts';
import { incoming, type IncomingItem, type IncomingResult } from '../incoming.ts';
import type { PictureShown } from '../message-shape.ts';

/** What a member wants to say. */
export interface Post {
  clientId: string;
  kind: 'text' | 'image';
  text: string;
  pictureId: string | null;
  replyTo: string | null;
  mentions: readonly string[];
}

/** Says something in the member's group; resolves when it is committed or refused. */
export async function postMessage(ctx: Ctx, me: CurrentMembership, post: Post): Promise<IncomingResult> {
  const { identityId, name, pictureId, membership } = me;
  const item: IncomingItem = {
    sender: {
      author: { identityId, name, pictureId, role: membership.role, kind: 'member' },
      mutedUntil: membership.mutedUntil,
    },
    clientId: post.clientId,
    externalId: null,
    at: ctx.now(),
    kind: post.kind,
    text: post.text,
    picture: post.pictureId === null ? null : await findOwnPicture(ctx, me, post.pictureId),
    replyTo: post.replyTo,
    mentions: post.mentions,
  };
  const answer = batcherOf(ctx.services).add(me.groupId, { communityId: me.communityId, item });
  if (!answer) throw carriersErrors.busy({ retryAfterMs: 2000 });
  return answer;
}

/** Only a picture that this member has uploaded in this community can be posted: an id is no key to other people's pictures. */
async function findOwnPicture(ctx: Ctx, me: CurrentMembership, pictureId: string): Promise<PictureShown> {
  const picture = await getPicture(ctx, pictureId);
  const own =
    picture?.communityId === me.communityId &&
    picture.uploader.kind === 'identity' &&
    picture.uploader.id === me.identityId;
  if (!picture || !own) throw carriersErrors.picture_unknown();
  return { id: picture.id, width: picture.width, height: picture.height };
}

interface Posted {
  communityId: string;
  item: IncomingItem;
}

const batchers = new WeakMap<Services, Batcher<Posted, IncomingResult>>();

function batcherOf(services: Services): Batcher<Posted, IncomingResult> {
  const known = batchers.get(services);
  if (known) return known;
  const batcher = createBatcher<Posted, IncomingResult>({
    run: (groupId, posted) => handOver(services, groupId, posted),
  });
  batchers.set(services, batcher);
  return batcher;
}

async function handOver(services: Services, groupId: string, posted: readonly Posted[]): Promise<IncomingResult[]> {
  const actor = { kind: 'system', name: 'carriers.web' } as const;
  const ctx = createContext(services, { actor, requestId: 'carriers.web', locale: 'zh-CN', publicUrl: '' });
  const [receiver] = ctx.slots(incoming);
  if (!receiver) throw new Error('nothing fills carriers.incoming');
  const { communityId } = posted[0]!;
  const items = posted.map(({ item }) => item);
  return receiver.receive(ctx, { communityId, groupId, carrier: 'web', origin: 'live', items });
}
