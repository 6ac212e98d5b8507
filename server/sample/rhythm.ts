/** When a group talks: hours of a day, days of a week, and how its life goes up and down over the history. */
import type { GroupKey } from './cast.ts';
import type { Random } from './random.ts';
import type { Scene } from './script.ts';

/** Weights of the 24 hours. */
const hours: Record<GroupKey, readonly number[]> = {
  早读: [0, 0, 0, 0, 0, 1, 7, 10, 8, 4, 2, 1, 4, 3, 1, 1, 1, 2, 3, 4, 7, 8, 5, 1],
  邻里: [0, 0, 0, 0, 0, 0, 1, 4, 6, 6, 6, 6, 6, 3, 3, 4, 5, 7, 8, 8, 9, 9, 6, 1],
  散步: [0, 0, 0, 0, 0, 0, 0, 1, 3, 4, 4, 3, 3, 2, 2, 2, 2, 3, 4, 6, 8, 9, 7, 1],
};

/** Scenes on an ordinary day. */
const scenesADay: Record<GroupKey, number> = { 早读: 4.6, 邻里: 7.4, 散步: 2.9 };

/** How many scenes a group has on a day of its history; `life` runs from 0 to 1 over the history. */
export function countScenes(
  random: Random,
  { group, weekday, life, pillarGone }: { group: GroupKey; weekday: number; life: number; pillarGone: number },
): number {
  const weekend = weekday === 0 || weekday === 6;
  const week = { 早读: weekend ? 0.7 : 1.05, 邻里: weekend ? 1.3 : 0.92, 散步: weekend ? 2.1 : 0.55 }[group];
  const growth = group === '散步' ? fade(pillarGone) : 0.75 + 0.35 * life;
  return draw(random, scenesADay[group] * week * growth);
}

/** What is left of the walks, days after the one who carried them has gone. */
function fade(daysGone: number): number {
  return daysGone < 0 ? 1 : 0.6 * Math.exp(-daysGone / 11);
}

/** Poisson by multiplication; the means are small. */
function draw(random: Random, mean: number): number {
  const end = Math.exp(-mean);
  let count = 0;
  for (let product = random.next(); product > end; product *= random.next()) count += 1;
  return count;
}

/** The second of the day at which a scene begins. */
export function beginAt(random: Random, group: GroupKey, scene: Pick<Scene, 'hours'>): number {
  if (scene.hours.length > 0) {
    const [from, to] = random.pick(scene.hours);
    return from * 3600 + Math.floor(random.next() * Math.max(1, to - from) * 3600);
  }
  const hour = random.weigh(
    hours[group].map((weight, at) => ({ weight, at })),
    ({ weight }) => weight,
  ).at;
  return hour * 3600 + random.whole(0, 3599);
}
