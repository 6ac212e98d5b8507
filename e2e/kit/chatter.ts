/**
 * A lively talk out of open pages: each page posts at a steady rate the way its own client does (one client id per
 * message, repeated until there is an answer), while the app in the page goes on showing the talk by itself.
 */
import type { Page } from 'playwright-core';

/** What the talk's text begins with, so that it can be told from everything else. */
export const chatterStart = '第';

/** More unanswered messages than this nobody writes: while nothing is acknowledged, the page falls silent. */
const mostOpen = 20;

interface Chatter {
  acknowledged: string[];
  unanswered: number;
  refused: string[];
  open: Promise<void>[];
  stop: () => void;
}

/** Starts to talk in a page. Only a page that was never reloaded still has it at the end. */
export async function startChatter(page: Page, talk: { groupId: string; name: string; perSecond: number }) {
  await page.evaluate(
    ({ groupId, name, perSecond, start, most }) => {
      let number = 0;
      const chatter: Chatter = {
        acknowledged: [],
        unanswered: 0,
        refused: [],
        open: [],
        stop: () => clearInterval(timer),
      };
      const say = async (text: string): Promise<void> => {
        const body = JSON.stringify({ clientId: `${name}-${crypto.randomUUID()}`, kind: 'text', text });
        const headers = { 'content-type': 'application/json' };
        for (let pauseMs = 100; ; pauseMs = Math.min(2 * pauseMs, 1000)) {
          const sent = fetch(`/api/member/groups/${groupId}/messages`, { method: 'POST', headers, body });
          const answer = await sent.catch(() => undefined);
          if (answer?.status === 201) return void chatter.acknowledged.push(text);
          const isLater = !answer || answer.status >= 500 || answer.status === 429;
          if (!isLater) return void chatter.refused.push(`${answer.status} ${text}`);
          const askedFor = Number(answer?.headers.get('retry-after') ?? 0) * 1000;
          await new Promise((resolve) => setTimeout(resolve, Math.max(pauseMs, askedFor)));
        }
      };
      const timer = setInterval(() => {
        if (chatter.unanswered >= most) return;
        chatter.unanswered += 1;
        chatter.open.push(say(`${start}${++number}句 ${name}`).finally(() => (chatter.unanswered -= 1)));
      }, 1000 / perSecond);
      Object.assign(window, { chatter });
    },
    { ...talk, start: chatterStart, most: mostOpen },
  );
}

/** How much was acknowledged so far. */
export function countAcknowledged(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { chatter: Chatter }).chatter.acknowledged.length);
}

/** Says nothing new, waits until everything said has been answered, and gives what was acknowledged and what refused. */
export function stopChatter(page: Page): Promise<{ acknowledged: string[]; refused: string[] }> {
  return page.evaluate(async () => {
    const { chatter } = window as unknown as { chatter: Chatter };
    chatter.stop();
    await Promise.all(chatter.open);
    return { acknowledged: chatter.acknowledged, refused: chatter.refused };
  });
}
