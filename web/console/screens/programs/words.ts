// A program in words: how it stands, when one can check in, what comes next.
import type { Program } from '../../data/programs.ts';
import { useText } from '../../text.ts';
import type { ConsoleKey, Say } from '../../text.ts';
import { useDayNames } from './days.ts';

/** Tone of the tag for each state. */
export const stateTones: Readonly<Record<Program['state'], string>> = {
  running: 'tag j',
  upcoming: 'tag i',
  paused: 'tag a',
  ended: 'tag',
};

/** The state as a word. */
export const stateKeys: Readonly<Record<Program['state'], ConsoleKey>> = {
  running: 'programs.state.running',
  upcoming: 'programs.state.upcoming',
  paused: 'programs.state.paused',
  ended: 'programs.state.ended',
};

/** The part of the day in which one can check in. */
export function windowWords(window: { from: string; to: string }, t: Say): string {
  if (window.from === '00:00' && window.to === '24:00') return t('programs.allDay');
  return t(window.to < window.from ? 'programs.overNight' : 'programs.fromTo', window);
}

/** What comes next for a program, as one short line. */
export function useNextWords(): (program: Program) => string {
  const t = useText();
  const { day } = useDayNames();
  return ({ state, startsOn, endsOn, pause, numbers, definition: { window } }) => {
    if (state === 'upcoming') return t('programs.next.starts', { day: day(startsOn) });
    if (state === 'ended') return t('programs.next.ended', { day: day(endsOn ?? startsOn) });
    if (state === 'paused')
      return pause?.to ? t('programs.next.pausedTo', { day: day(pause.to) }) : t('programs.next.paused');
    if (pause) return t('programs.next.pauses', { day: day(pause.from) });
    if (numbers.window === 'early') return t('programs.next.opens', { time: window.from });
    if (numbers.window === 'late') return t('programs.next.tomorrow', { time: window.from });
    if (endsOn) return t('programs.next.ends', { day: day(endsOn) });
    return window.to === '24:00' ? t('programs.next.open') : t('programs.next.closes', { time: window.to });
  };
}
