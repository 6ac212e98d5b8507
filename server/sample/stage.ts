/**
 * Plays scenes: chooses one that was not seen lately, casts it with people to whom it comes naturally, and says its lines. It remembers
 * what was said, so that no wording comes back before the others were used and no text more often than five times.
 */
import type { Content } from './content.ts';
import { isAround, type GroupKey, type Person } from './cast.ts';
import type { Random } from './random.ts';
import type { Scene, ScriptLine, Speaker, Topic } from './script.ts';
import { shareTheme } from './theme.ts';
import { sayWording, type Play, type Spoken } from './wording.ts';

/** A line of a play. */
export interface PlayedLine extends Spoken {
  person: Person;
  /** Position in the play of the line that is quoted. */
  quotes: number | null;
  /** Seconds after the line before. */
  pause: number;
  notice: boolean;
}

/** A play that has been given. */
export interface PlayedScene {
  topic: Topic;
  scene: Scene;
  lines: PlayedLine[];
}

/** Where and when a scene is played, and who is fixed in it. */
export interface Occasion {
  group: GroupKey;
  day: number;
  fixed: ReadonlyMap<Speaker, Person>;
  bound?: ReadonlyMap<string, string>;
  /** Greetings and check-ins are said alike by many. */
  mayRepeat?: boolean;
  /** Days before a scene may come again in the group, when not the usual ones. */
  rest?: number;
}

/** No text is said more often. */
export const mostRepeats = 5;

/** The pause before what is said on another day. */
export const anotherDay = Infinity;

/** What the stage keeps in mind. */
export interface Stage {
  /** The next scene for an occasion among these topics; undefined when none fits. */
  play(occasion: Occasion, topics: readonly Topic[], allows: (scene: Scene) => boolean): PlayedScene | undefined;
}

/** Opens a stage for the people of the sample. */
export function openStage(random: Random, content: Content, people: readonly Person[]): Stage {
  const seen: Seen = { scenes: new Map(), wordings: new Map(), texts: new Map(), plays: 0 };
  return {
    play: (occasion, topics, allows) => {
      const present = people.filter((one) => isAround(one, occasion.group, occasion.day));
      const found = chooseScene(random, { seen, topics, occasion, allows });
      if (!found) return undefined;
      const cast = castScene(random, found, { present, occasion });
      if (!cast) return undefined;
      const { topic, scene } = found;
      note(seen, found, occasion);
      const bound = new Map(occasion.bound ?? []);
      const play: Play = { random, cast, slots: [topic.slots, content.shared], bound };
      const { mayRepeat = false, day } = occasion;
      const lines = sayLines(play, { scene, topic, seen, mayRepeat, day });
      return lines.length > 0 ? { topic, scene, lines } : undefined;
    },
  };
}

interface Seen {
  /** When a scene was last played in a group, and how often over all. */
  scenes: Map<string, { plays: number; days: Map<GroupKey, number> }>;
  wordings: Map<string, number>;
  texts: Map<string, { uses: number; day: number }>;
  plays: number;
}

interface Found {
  topic: Topic;
  scene: Scene;
}

function note(seen: Seen, { scene }: Found, { group, day }: Occasion): void {
  const known = seen.scenes.get(scene.id) ?? { plays: 0, days: new Map<GroupKey, number>() };
  known.plays += 1;
  known.days.set(group, day);
  seen.scenes.set(scene.id, known);
}

/** Days before a scene may come again in the same group. */
const restDays = 6;
/** Rare scenes are things that do not happen twice in a quarter. */
const mostRare = 1;

function chooseScene(
  random: Random,
  what: { seen: Seen; topics: readonly Topic[]; occasion: Occasion; allows: (scene: Scene) => boolean },
): Found | undefined {
  const { seen, occasion } = what;
  const open = what.topics.flatMap((topic) =>
    topic.scenes
      .filter((scene) => scene.groups.includes(occasion.group) && what.allows(scene))
      .filter((scene) => canCast(scene, occasion))
      .map((scene) => ({ topic, scene, known: seen.scenes.get(scene.id) })),
  );
  const rested = open.filter(({ scene, known }) => {
    if (occasion.mayRepeat || !known) return true;
    if (scene.marks.has('稀') && known.plays >= mostRare) return false;
    if (scene.marks.has('尾')) return false;
    return occasion.day - (known.days.get(occasion.group) ?? -99) >= (occasion.rest ?? restDays);
  });
  if (rested.length === 0) return undefined;
  // Those who have waited longest come first; among them chance decides.
  return random.weigh(rested, ({ known, scene }) => {
    const waited = Math.min(40, occasion.day - (known?.days.get(occasion.group) ?? -40));
    return (waited * waited) / (1 + (known?.plays ?? 0)) / (scene.marks.has('稀') ? 6 : 1);
  });
}

const hosts = new Set<Speaker>(['H', 'S', 'N', 'X']);

function canCast(scene: Scene, { fixed }: Occasion): boolean {
  return scene.lines.every((line) => line.optional || !hosts.has(line.speaker) || fixed.has(line.speaker));
}

function castScene(
  random: Random,
  { scene, topic }: Found,
  { present, occasion }: { present: readonly Person[]; occasion: Occasion },
): Map<Speaker, Person> | undefined {
  const cast = new Map<Speaker, Person>(occasion.fixed);
  const taken = new Set(cast.values());
  for (const speaker of new Set(scene.lines.map((line) => line.speaker))) {
    if (cast.has(speaker) || hosts.has(speaker)) continue;
    const free = present.filter((one) => !taken.has(one));
    if (free.length === 0) return undefined;
    const chosen = random.weigh(free, (one) => {
      const near = topic.interests.some((interest) => one.interests.has(interest)) ? 4 : 1;
      return one.talks * near * (speaker === 'A' ? one.asks : one.answers);
    });
    cast.set(speaker, chosen);
    taken.add(chosen);
  }
  return cast;
}

function sayLines(
  play: Play,
  what: { scene: Scene; topic: Topic; seen: Seen; mayRepeat: boolean; day: number },
): PlayedLine[] {
  const { scene, seen } = what;
  const lines: PlayedLine[] = [];
  const branches: number[] = [];
  const last = new Map<Speaker, number>();
  for (const line of scene.lines) {
    if (line.optional && (!play.cast.has(line.speaker) || play.random.chance(0.45))) continue;
    const parent = line.quotes === null ? undefined : last.get(line.quotes);
    const near = parent ?? lines.length - 1;
    const spoken = sayFresh(line, play, {
      ...what,
      parent: parent === undefined ? null : lines[parent]!.text,
      branch: branches[near] ?? null,
    });
    // Without its first line a scene makes no sense.
    if (!spoken && lines.length === 0) return [];
    if (!spoken) continue;
    seen.texts.set(spoken.text, { uses: (seen.texts.get(spoken.text)?.uses ?? 0) + 1, day: what.day });
    last.set(line.speaker, lines.length);
    branches.push(spoken.branch);
    lines.push({
      ...spoken,
      person: play.cast.get(line.speaker)!,
      quotes: spoken.linked && play.random.chance(quoteShare) ? parent! : null,
      pause: pauseBefore(play.random, line, { scene, text: spoken.text }),
      notice: line.notice,
    });
  }
  return lines;
}

/** People often just answer; in between they quote. */
const quoteShare = 0.55;

/** What a line is said under: `branch` = which wording the line before was given, to which the same one here is the best answer. */
interface Under {
  topic: Topic;
  seen: Seen;
  mayRepeat: boolean;
  day: number;
  parent: string | null;
  branch: number | null;
}

/** Days before the very same text may be heard again. */
const textRests = 9;
/** How many uses of a wording weigh as much as leaving the thread of the scene. */
const threadWeight = 2.5;

/** The least used wording that fits its parent, said with words that nobody has said so before. */
function sayFresh(
  line: ScriptLine,
  play: Play,
  { topic, seen, mayRepeat, day, parent, branch }: Under,
): (Spoken & { linked: boolean; branch: number }) | undefined {
  const uses = (wording: string) => seen.wordings.get(wording) ?? 0;
  const strays = (at: number) => branch !== null && at !== branch % line.wordings.length;
  const order = line.wordings
    .map((wording, at) => {
      const chance = play.random.next() * (mayRepeat ? 3 : 0.9);
      return { wording, at, rank: uses(wording) + chance + (strays(at) ? threadWeight : 0) };
    })
    .sort((one, other) => one.rank - other.rank);
  for (const limit of mayRepeat ? [Infinity] : [1, 2, mostRepeats]) {
    for (const { wording, at } of order) {
      const before = new Map(play.bound);
      const spoken = sayWording(wording, play);
      const said = seen.texts.get(spoken.text);
      if (mayRepeat || !said || (said.uses < limit && day - said.day >= textRests)) {
        seen.wordings.set(wording, uses(wording) + 1);
        return { ...spoken, branch: at, linked: parent !== null && shareTheme(parent, spoken.text, topic.words) };
      }
      // What was not said binds nothing.
      play.bound.clear();
      for (const [slot, value] of before) play.bound.set(slot, value);
    }
  }
  return undefined;
}

function pauseBefore(random: Random, line: ScriptLine, { scene, text }: { scene: Scene; text: string }): number {
  if (line.nextDay) return anotherDay;
  if (line.late) return 900 + random.wait(2400);
  const typing = text.length * 0.5;
  if (scene.marks.has('急')) return 4 + typing + random.wait(14);
  if (scene.marks.has('慢')) return 60 + typing + random.wait(600);
  return 6 + typing + random.wait(55);
}
