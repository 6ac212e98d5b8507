import type { Check } from './check.ts';

/** As sure as can be that somebody has to look: the team has asked for it. Says nothing about the message. */
const askedFor = 0.9;

/** Somebody of a wave of joins: weighs beside something else, holds where two of the wave say the same or the team wishes it. */
export const raidCheck: Check = {
  name: 'raid',
  look: (spoken, { settings, waves }, memory) => {
    const mode = settings.checks.raid;
    const wave = waves.get(spoken.identityId);
    if (mode === 'off' || !wave || spoken.at >= wave.until) return [];
    const isHeld = wave.heldUntil !== null && spoken.at < wave.heldUntil;
    const echo = memory?.meet(spoken, settings.repeats.minutes * 60_000);
    const saysTheSame = echo !== undefined && echo.people.some((id) => waves.get(id)?.waveId === wave.waveId);
    const found = isHeld
      ? { score: askedFor, kind: 'held' }
      : saysTheSame
        ? { score: 0.6, kind: 'same' }
        : wave.isAlike
          ? { score: 0.4, kind: 'alike' }
          : { score: 0.2, kind: 'crowd' };
    return [
      {
        check: 'raid',
        score: found.score,
        spans: [],
        words: [String(wave.people)],
        kinds: [found.kind],
        effect: 'hold',
        // What the team has asked for by hand is done also while the check only notes.
        mode: isHeld ? 'on' : mode,
        upTo: 'member',
        rule: null,
      },
    ];
  },
};
