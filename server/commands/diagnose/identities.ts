/** Notes, while a history is read, everybody and every room that it names: what a page under invented names must not show. */
import type { History, HistoryItem, Participant } from '../../../lib/history/index.ts';
import type { Identity } from '../../../lib/report/index.ts';

/** A broken file may seem to name millions. */
const most = 300_000;
/** Names of everybody at once are nobody's. */
const all = /^(?:all|here|everyone|channel|所有人|全体成员|全體成員|大家)$/iu;

/** What is collected on the way. */
export interface Identities {
  /** The same history; reading it does the noting. */
  history: History;
  list(): { people: Identity[]; groups: Identity[] };
  /** Rooms whose names are known; those of all when the whole history went by here. */
  groupNames(): string[];
}

/** Wraps a history. */
export function collectIdentities(history: History): Identities {
  const names = new Set<string>();
  const ids = new Set<string>();
  const groups = new Map<string, string>();
  const notePerson = (person: Participant | undefined): void => {
    if (!person || names.size > most) return;
    names.add(person.name);
    if (person.externalId !== undefined) ids.add(person.externalId);
    if (person.relayedBy !== undefined) names.add(person.relayedBy);
  };
  const note = (item: HistoryItem): void => {
    if (item.group?.name !== undefined) groups.set(item.group.name, item.group.externalId ?? '');
    if (item.type === 'system') {
      notePerson(item.actor);
      item.targets?.forEach(notePerson);
      return;
    }
    for (const { name = '', externalId } of item.mentions ?? []) notePerson({ name, externalId });
    for (const { by } of item.reactions ?? []) by?.forEach(notePerson);
    if (item.replyTo) notePerson({ name: item.replyTo.authorName ?? '', externalId: item.replyTo.authorId });
    if (item.forwardedFrom !== undefined) notePerson({ name: item.forwardedFrom });
  };
  return {
    history: { ...history, batches: watch(history.batches, note) },
    list: () => {
      const authors = [...history.report.authors.values()].map((author): Identity => ({
        // The name used most comes first: the alias is chosen by it.
        names: [...author.names].sort(([, one], [, other]) => other - one).map(([name]) => name),
        ids: author.externalId === undefined ? [] : [author.externalId],
      }));
      const others = [...names]
        .filter((name) => name !== '' && !all.test(name))
        .map((name): Identity => ({ names: [name] }));
      const rooms = [...groups].map(([name, id]): Identity => ({ names: [name], ids: id === '' ? [] : [id] }));
      return { people: [...authors, ...others, { names: [], ids: [...ids] }], groups: rooms };
    },
    groupNames: () => [...groups.keys()],
  };
}

async function* watch(
  batches: AsyncGenerator<HistoryItem[]>,
  note: (item: HistoryItem) => void,
): AsyncGenerator<HistoryItem[]> {
  for await (const batch of batches) {
    batch.forEach(note);
    yield batch;
  }
}
