import { readContent, simulate } from '../../server/sample/index.ts';

/**
 * Gives what people of the sample community say, line after line as it is said there, town after town (each has its own seed), so that it
 * never ends. Without the advertisements: they are stopped, and a load that is not let in is none.
 */
export function createTalker(seed: string): () => string {
  const talk = readTalk(seed);
  return () => talk.next().value;
}

function* readTalk(seed: string): Generator<string, never> {
  const content = readContent();
  for (let town = 1; ; town++) {
    for (const { events } of simulate(content, { seed: `${seed} ${town}`, lastWeekday: town % 7 }).days) {
      for (const event of events) if (event.kind === 'say' && event.topic !== '广告') yield event.text;
    }
  }
}
