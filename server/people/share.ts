/** What a chat shows of a shared join link before anybody opens it. */
import { getCommunity, purposeLine } from '../communities/index.ts';
import type { Ctx } from '../platform/context.ts';
import { escapeHtml } from '../platform/http/share-tags.ts';
import { findEntrance, longestCode } from './invite.ts';

/** Title and `og:` tags of `/j/<code>`; '' for other pages and for links that lead nowhere. */
export async function describeJoinPage(ctx: Ctx, path: string): Promise<string> {
  const code = /^\/j\/([0-9A-Za-z_-]+)\/?$/.exec(path)?.[1];
  if (code === undefined || code.length > longestCode) return '';
  const entrance = await findEntrance(ctx, code);
  if (!entrance.ok) return '';
  const { group } = entrance;
  const community = await getCommunity(ctx, group.communityId);
  const title = escapeHtml(ctx.t('people:share.title', { group: group.name, community: community.name }));
  const text = escapeHtml(purposeLine(community) || ctx.t('people:share.text', { members: group.members }));
  const picture = group.pictureId ?? community.official.pictureId;
  const tags = [
    `<title>${title}</title>`,
    `<meta property="og:type" content="website">`,
    `<meta property="og:title" content="${title}">`,
    `<meta property="og:description" content="${text}">`,
    `<meta name="description" content="${text}">`,
    ...(picture
      ? [`<meta property="og:image" content="${escapeHtml(`${ctx.publicUrl}/api/files/${picture}?size=thumb`)}">`]
      : []),
  ];
  return tags.join('\n');
}
