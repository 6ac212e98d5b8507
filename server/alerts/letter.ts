import type { Question } from '../desk/index.ts';
import type { Alarm } from '../insight/index.ts';
import type { Ctx } from '../platform/context.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import { writeLetter } from '../platform/mail/index.ts';
import type { News } from './store.ts';

/** Something to tell, with what it is about. */
export interface Item {
  news: News;
  community: string;
  group: string;
  alarm?: Alarm;
  question?: Question;
}

interface Line {
  text: string;
  link: string;
}

const mostLines = 20;

/** Writes the mail: one line for each alarm, one for the late questions of a group, each with where it leads. No words of members. */
export function writeAlert(
  ctx: Ctx,
  about: { name: string; locale: Locale; items: readonly Item[] },
): { subject: string; text: string; html: string } {
  const { name, locale, items } = about;
  const t = ctx.services.i18n.translator(locale);
  const lines = writeLines(ctx, t, items);
  const communities = new Set(items.map(({ news }) => news.communityId));
  const home = `${ctx.services.config.publicUrl}/c/${items[0]!.news.communityId}`;
  const subject =
    lines.length === 1
      ? lines[0]!.text
      : t('alerts:letter.subject', { count: lines.length, community: items[0]!.community });
  const letter = writeLetter({
    language: locale,
    heading: t('alerts:letter.heading', { name, count: lines.length }),
    lines: communities.size > 1 ? [] : [t('alerts:letter.where', { community: items[0]!.community })],
    items: lines.slice(0, mostLines),
    ...(lines.length > mostLines ? { link: `${home}/today` } : {}),
    footer: [t('alerts:letter.why'), t('alerts:letter.stop', { url: `${home}/settings/account` })],
  });
  return { subject, ...letter };
}

function writeLines(ctx: Ctx, t: Translate, items: readonly Item[]): Line[] {
  const { publicUrl } = ctx.services.config;
  const isMany = new Set(items.map(({ news }) => news.communityId)).size > 1;
  const line = (item: Item, text: string, path: string): Line => ({
    text: isMany ? t('alerts:letter.inCommunity', { community: item.community, text }) : text,
    link: `${publicUrl}/c/${item.news.communityId}/${path}`,
  });
  const alarms = items.flatMap((item) => {
    if (!item.alarm) return [];
    const words = { group: item.group, ...item.alarm.evidence };
    return [line(item, t(`insight:alarm.${item.alarm.kind}.title`, words), 'alarms')];
  });
  const late = Map.groupBy(
    items.filter(({ question }) => question),
    ({ news }) => news.groupId,
  );
  const questions = [...late.values()].map((some) => {
    const [item] = some as [Item];
    const words = { group: item.group, count: some.length, minutes: waitedMinutes(ctx, some) };
    return some.length === 1
      ? line(item, t('alerts:letter.question', words), `inbox?q=${item.news.subjectId}`)
      : line(item, t('alerts:letter.questions', words), `inbox?filter=open&groupId=${item.news.groupId}`);
  });
  return [...alarms, ...questions];
}

/** How long the one that waits longest has waited. */
function waitedMinutes(ctx: Ctx, items: readonly Item[]): number {
  const asked = Math.min(...items.map(({ question, news }) => (question?.at ?? news.at).getTime()));
  return Math.max(1, Math.round((ctx.now().getTime() - asked) / 60_000));
}
