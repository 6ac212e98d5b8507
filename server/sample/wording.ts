/** Says one wording of a script: chooses between [this|that], fills {slots}, and turns @A into somebody's name. */
import type { Person } from './cast.ts';
import type { Random } from './random.ts';
import type { Speaker } from './script.ts';

/** What holds for one play of a scene: who plays whom, and what the slots stand for from now on. */
export interface Play {
  random: Random;
  cast: ReadonlyMap<Speaker, Person>;
  slots: readonly ReadonlyMap<string, readonly string[]>[];
  bound: Map<string, string>;
}

/** A line as it is said. */
export interface Spoken {
  text: string;
  mentions: Person[];
}

/** Says a wording. A slot keeps its value for the whole play; {书2} is another 书 than {书}. */
export function sayWording(wording: string, play: Play): Spoken {
  const mentions: Person[] = [];
  const chosen = wording.replace(/\[([^\]]*)\]/gu, (_all, choices: string) => play.random.pick(choices.split('|')));
  const text = fillSlots(chosen, play).replace(/@([A-EHSNX])(?![A-Za-z])/gu, (_all, speaker: Speaker) => {
    const person = play.cast.get(speaker)!;
    mentions.push(person);
    return `@${person.name}`;
  });
  return { text, mentions };
}

function fillSlots(text: string, play: Play): string {
  return text.replace(/\{([^{}]+)\}/gu, (_all, slot: string) => fillSlot(slot, play));
}

function fillSlot(slot: string, play: Play): string {
  const person = play.cast.get(slot as Speaker);
  if (person) return person.name;
  if (/^[\d.]+$/.test(slot)) return slot;
  const range = /^(?:(\S+):)?(\d+)-(\d+)$/u.exec(slot);
  if (range) return fillRange(range, play);
  const known = play.bound.get(slot);
  if (known !== undefined) return known;
  const values = listValues(slot, play);
  const other = play.bound.get(slot.replace(/\d$/, ''));
  const value = fillSlots(play.random.pick(values.filter((one) => one !== other)), play);
  play.bound.set(slot, value);
  return value;
}

function fillRange([, name, low, high]: RegExpExecArray, play: Play): string {
  const key = name ?? `${low}-${high}`;
  const value = play.bound.get(key) ?? String(play.random.whole(Number(low), Number(high)));
  play.bound.set(key, value);
  return value;
}

function listValues(slot: string, play: Play): readonly string[] {
  for (const slots of play.slots) {
    const values = slots.get(slot) ?? slots.get(slot.replace(/\d$/, ''));
    if (values) return values;
  }
  throw new Error(`no values for the slot {${slot}}`);
}
