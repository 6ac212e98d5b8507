/** How much is said by how many, and how much of it is real (metrics.md §5.2). */
import { burstiness, effectiveCount } from '../stats/concentration.ts';
import { wilsonInterval } from '../stats/interval.ts';
import { DAY } from './calendar.ts';
import type { Frame } from './frame.ts';
import { hasTrait, TRAIT } from './reading.ts';
import { give, giveOr, lack } from './results.ts';
import type { Results } from './results.ts';
import { keepPositive, tallyPeople } from './tally.ts';

/** Below so many messages a spread or a gap says nothing. */
const FEW_GAPS = 20;

/** All `act.*`, `msg.*` and `risk.ads`, `risk.offense`. */
export function measureActivity(frame: Frame): Results {
  const { recent } = frame;
  const month = frame.rowFrom(28);
  const n = recent.count - month;
  const spoken = keepPositive(tallyPeople(recent, month));
  const week = frame.rowFrom(7);
  return {
    'act.messages': give(frame, 'act.messages', { value: n, n }),
    'act.speakers': give(frame, 'act.speakers', { value: spoken.length, n }),
    'act.speakers.7d': give(frame, 'act.speakers.7d', {
      value: keepPositive(tallyPeople(recent, week)).length,
      n: recent.count - week,
    }),
    'act.effSpeakers': giveOr(frame, 'act.effSpeakers', {
      value: effectiveCount(spoken),
      n,
      reason: 'too_few_messages',
    }),
    'act.participation': measureParticipation(frame, month),
    'act.ownerShare': measureOwnerShare(frame, month),
    'act.burst': measureBursts(frame, month),
    ...measureWorth(frame, { month, week }),
  };
}

/** Speakers over members present, each member counting by the part of the window that they were there. */
function measureParticipation(frame: Frame, month: number): Results['act.participation'] {
  const { all, recent } = frame;
  if (!frame.capabilities.joins) return lack(frame, 'act.participation', { reason: 'no_joins' });
  const begin = frame.since(28);
  const end = frame.since(0);
  const presence = findPresence(frame);
  const spoken = tallyPeople(recent, month);
  let exposure = 0;
  let speakers = 0;
  for (const [person, { from, to }] of presence.entries()) {
    const days = Math.max(0, Math.min(to, end) - Math.max(from, begin)) / (end - begin);
    if (all.people[person]!.bot || (days === 0 && spoken[person] === 0)) continue;
    exposure += days;
    if (spoken[person]! > 0) speakers += 1;
  }
  if (exposure < 1) return lack(frame, 'act.participation', { reason: 'too_few_members' });
  const n = Math.round(exposure);
  return give(frame, 'act.participation', {
    value: Math.min(1, speakers / exposure),
    n,
    ci95: wilsonInterval(Math.min(speakers, n), n),
  });
}

/** From when to when each person was in the group, as far as the log tells; who was never seen coming was there from the start. */
export function findPresence({ all }: Frame): { from: number; to: number; joined: boolean }[] {
  const presence = all.people.map(() => ({
    from: Number.NEGATIVE_INFINITY,
    to: Number.POSITIVE_INFINITY,
    joined: false,
  }));
  for (const { at, kind, actor, targets } of all.events) {
    const people = targets.length > 0 ? targets : actor >= 0 ? [actor] : [];
    for (const person of people) {
      const one = presence[person]!;
      if (kind === 'join' || kind === 'invite')
        Object.assign(one, { from: at, to: Number.POSITIVE_INFINITY, joined: true });
      else if (kind === 'leave' || kind === 'remove') one.to = at;
    }
  }
  return presence;
}

function measureOwnerShare(frame: Frame, month: number): Results['act.ownerShare'] {
  const { recent, owner } = frame;
  const n = recent.count - month;
  if (owner < 0) return lack(frame, 'act.ownerShare', { reason: 'no_owner', n });
  const own = tallyPeople(recent, month)[owner]!;
  return give(frame, 'act.ownerShare', { value: own / n, n, ci95: wilsonInterval(own, n) });
}

function measureBursts(frame: Frame, month: number): Results['act.burst'] {
  const { at, count } = frame.recent;
  const gaps = new Float64Array(Math.max(0, count - month - 1));
  for (let row = 0; row < gaps.length; row += 1) gaps[row] = at[month + row + 1]! - at[month + row]!;
  const value = gaps.length < FEW_GAPS ? null : burstiness(gaps);
  return giveOr(frame, 'act.burst', { value, n: gaps.length, reason: 'too_few_gaps' });
}

function measureWorth(frame: Frame, { month, week }: { month: number; week: number }): Results {
  const { recent, values, reading } = frame;
  const realAt = (from: number): number => {
    let sum = 0;
    for (let row = from; row < recent.count; row += 1) if (values.real[row] === 1) sum += values.value[row]!;
    return sum;
  };
  const inMonth = recent.count - month;
  const inWeek = recent.count - week;
  let sum = 0;
  for (let row = month; row < recent.count; row += 1) sum += values.value[row]!;
  let informative = 0;
  let ads = 0;
  let offence = 0;
  for (let row = week; row < recent.count; row += 1) {
    if (values.intrinsic[row]! >= 0.5) informative += 1;
    if (hasTrait(reading, row, TRAIT.advertising)) ads += 1;
    offence += reading.offence[row]!;
  }
  const days = Math.min(7, Math.max(1, Math.ceil((frame.since(0) - frame.all.at[0]!) / DAY)));
  return {
    'act.real': give(frame, 'act.real', { value: realAt(week) / days, n: inWeek }),
    'act.fake': give(frame, 'act.fake', { value: 1 - realAt(month) / inMonth, n: inMonth }),
    'msg.value': give(frame, 'msg.value', { value: sum / inMonth, n: inMonth }),
    'msg.info': give(frame, 'msg.info', {
      value: informative / inWeek,
      n: inWeek,
      ci95: wilsonInterval(informative, inWeek),
    }),
    'risk.ads': give(frame, 'risk.ads', { value: ads / inWeek, n: inWeek, ci95: wilsonInterval(ads, inWeek) }),
    'risk.offense': give(frame, 'risk.offense', { value: offence / inWeek, n: inWeek }),
  };
}
