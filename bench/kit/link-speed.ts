/** How fast a long talk is linked, in processor time of this process, and how much memory stays taken meanwhile. */
import { linkReplies } from '../../lib/replies/index.ts';
import type { LinkInput } from '../../lib/replies/index.ts';
import type { AnnotatedLog } from './annotated-irc.ts';

const timed = ['previous', 'rule', 'logistic'] as const;
const runs = 3;

/** What was measured. */
export interface LinkSpeed {
  messages: number;
  people: number;
  perSecond: Record<(typeof timed)[number], number>;
  /** Growth of the resident memory over all runs. */
  memoryMb: number;
}

/** Links one talk of about so many messages, made by putting the logs one after the other; the best of three runs each. */
export function measureSpeed(logs: readonly AnnotatedLog[], messages: number): LinkSpeed {
  const input = joinLogs(logs, messages);
  const before = process.memoryUsage.rss();
  let highest = before;
  const perSecond = { previous: 0, rule: 0, logistic: 0 };
  for (const linker of timed) {
    for (let run = 0; run < runs; run++) {
      const start = process.cpuUsage();
      linkReplies(input, { linker });
      const { user, system } = process.cpuUsage(start);
      perSecond[linker] = Math.max(perSecond[linker], Math.round(input.count / ((user + system) / 1e6)));
      highest = Math.max(highest, process.memoryUsage.rss());
    }
  }
  const memoryMb = Math.round((highest - before) / 2 ** 20);
  return { messages: input.count, people: input.names.length, perSecond, memoryMb };
}

function joinLogs(logs: readonly AnnotatedLog[], count: number): LinkInput {
  const at = new Float64Array(count);
  const author = new Int32Array(count);
  const texts: string[] = [];
  const people = new Map<string, number>();
  let next = 0;
  let now = 0;
  for (let log = 0; next < count; log++) {
    const { input } = logs[log % logs.length]!;
    const first = now;
    for (let message = 0; message < input.count && next < count; message++) {
      if (input.isSystem(message)) continue;
      const name = input.names[input.author[message]!]!;
      if (!people.has(name)) people.set(name, people.size);
      now = first + input.at[message]!;
      at[next] = now;
      author[next++] = people.get(name)!;
      texts.push(input.text(message));
    }
    now += 3_600_000;
  }
  return {
    count,
    at,
    author,
    text: (message) => texts[message]!,
    names: [...people.keys()],
    explicitParent: new Int32Array(count).fill(-1),
    mentions: () => [],
    isSystem: () => false,
  };
}
