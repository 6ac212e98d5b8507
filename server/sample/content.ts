/** Reads the written part of the sample from `content/`; nothing of it stays in memory when the caller lets go of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { readScript, type Topic } from './script.ts';

/** Everything that is written by hand. */
export interface Content {
  names: string[];
  /** Slots that any topic may use. */
  shared: ReadonlyMap<string, readonly string[]>;
  /** Topics of the talk, without the special ones. */
  topics: readonly Topic[];
  /** Greetings, welcomes, advertisements, answers to them, check-ins. */
  special: Record<SpecialFile, Topic>;
}

const specialFiles = ['greetings', 'welcome', 'ads', 'adreplies', 'checkins'] as const;

/** Files that are played by rules of their own. */
export type SpecialFile = (typeof specialFiles)[number];

/** Reads the folder. */
export function readContent(): Content {
  const folder = new URL('./content/', import.meta.url);
  const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt') && file !== 'names.txt');
  const scripts = new Map(files.sort().map((file) => [file.slice(0, -4), readScript(file, read(file))]));
  const shared = scripts.get('slots')!.slots;
  const special = Object.fromEntries(specialFiles.map((file) => [file, scripts.get(file)!])) as Content['special'];
  const apart = new Set<string>([...specialFiles, 'slots']);
  const topics = [...scripts].filter(([file]) => !apart.has(file)).map(([, topic]) => topic);
  return { names: read('names.txt').trim().split(/\s+/), shared, topics, special };
}
