/** What was talked about: the words that set each conversation apart from the others (class-based TF-IDF over threads, §5.3). */
import { segment } from '../text/segment.ts';
import type { Topic } from './diagnosis.ts';
import type { Frame } from './frame.ts';
import { pickRows } from './roles/role.ts';
import { personId } from './tally.ts';
import { listThreads } from './threads.ts';
import type { Thread } from './threads.ts';

const DAYS = 28;
const SHOWN = 12;
/** So many conversations are cut into words; the others are too small to matter. */
const CUT = 150;
const ROWS_CUT = 60;
const WORDS = 5;

const STOP = new Set(
  `的 了 是 我 你 他 她 它 在 有 和 也 就 都 不 这 那 啊 吧 呢 吗 哈 哈哈 哈哈哈 嗯 哦 好 好的 可以 一个 我们 你们 他们 大家 什么 怎么 这个 那个 还是 就是 没有 知道 现在 今天 明天 昨天 自己 一下 时候 因为 所以 但是 如果 不是 觉得 感觉 真的 已经 然后 还有 还 要 会 能 去 来 说 看 想 到 人 上 下 里 多 很 太 吃 做 让 给 被 把 从 对 跟 与 或 及 谁 哪 几 图片 表情 谢谢 收到 请 各位
  the a an and or but if of to in on at for with from by is are was were be been am i you he she it we they me my your his her its our their this that these those not no yes do does did done have has had can could will would should may might just so as then than there here what when where who why how which about into out up down over also very too only some any all more most get got go going know think want need like make use one two it's don't i'm that's can't you're there's didn't doesn't isn't http https www com org ok okay yeah hi hello thanks thank please lol hmm well really still now time good new way see say said let try maybe actually something anything after before possible first last because through without while again still another thing things people someone everyone anyone much many back work works working using used able right sure great nice`.split(
    /\s+/u,
  ),
);

/** The liveliest conversations of the last 28 days with their words. */
export function listTopics(frame: Frame, cite: (row: number) => string): Topic[] {
  const threads = listThreads(frame, DAYS).filter(({ people, rows }) => people.length >= 2 && rows.length >= 3);
  threads.sort((one, other) => weigh(other) - weigh(one) || one.root - other.root);
  const cut = threads.slice(0, CUT).map((thread) => ({ thread, words: countWords(frame, thread) }));
  const names = new Set(frame.all.people.flatMap(({ name }) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u)));
  const spread = new Map<string, number>();
  for (const { words } of cut) for (const word of words.keys()) spread.set(word, (spread.get(word) ?? 0) + 1);
  return cut.slice(0, SHOWN).map(({ thread, words }): Topic => {
    const { recent, values } = frame;
    return {
      id: `t${thread.root}`,
      words: pickWords(words, { spread, names, threads: cut.length }),
      messages: thread.rows.length,
      people: thread.people.map(personId),
      from: new Date(recent.at[thread.root]!).toISOString(),
      to: new Date(recent.at[thread.rows.at(-1)!]!).toISOString(),
      root: cite(thread.root),
      evidence: pickRows(thread.rows, (row) => values.value[row]!).map(cite),
    };
  });
}

function weigh({ people, rows }: Thread): number {
  return people.length * Math.log1p(rows.length);
}

function countWords({ recent }: Frame, { rows }: Thread): Map<string, number> {
  const words = new Map<string, number>();
  const step = Math.max(1, Math.floor(rows.length / ROWS_CUT));
  for (let at = 0; at < rows.length; at += step) {
    const text = recent
      .text(rows[at]!)
      .replaceAll(/https?:\/\/\S+|@\S+/gu, ' ')
      .slice(0, 400);
    for (const word of new Set(segment(text))) {
      if (isTopical(word)) words.set(word, (words.get(word) ?? 0) + 1);
    }
  }
  return words;
}

function isTopical(word: string): boolean {
  if (STOP.has(word) || /^\d+$/u.test(word)) return false;
  return /\p{Script=Han}/u.test(word) ? word.length >= 2 : word.length >= 3;
}

interface Corpus {
  spread: ReadonlyMap<string, number>;
  /** Parts of people's names: who is called is no topic. */
  names: ReadonlySet<string>;
  threads: number;
}

function pickWords(words: ReadonlyMap<string, number>, { spread, names, threads }: Corpus): string[] {
  const topical = [...words].filter(([word]) => !names.has(word));
  const weighed = topical.map(([word, count]) => {
    return { word, count, weight: Math.log1p(count) * Math.log(1 + threads / spread.get(word)!) };
  });
  weighed.sort((one, other) => other.weight - one.weight || (one.word < other.word ? -1 : 1));
  // A word said once in a long conversation is no topic of it.
  const said = weighed.filter(({ count }) => count >= 2);
  return (said.length >= 2 ? said : weighed).slice(0, WORDS).map(({ word }) => word);
}
