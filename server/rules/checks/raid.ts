import type { Check } from './check.ts';

/** Somebody of a wave of joins: weighs beside something else, holds where two of the wave say the same or the team wishes it. */
export const raidCheck: Check = {
  name: 'raid',
  look: (spoken, { settings, waves }, memory) => {
    const mode = settings.checks.raid;
    const wave = waves.get(spoken.identityId);
    if (mode === 'off' || !wave || spoken.at >= wave.until) return [];
    const echo = memory?.meet(spoken, settings.repeats.minutes * 60_000);
    const saysTheSame = echo !== undefined && echo.people.some((id) => waves.get(id)?.raidId === wave.raidId);
    const score = saysTheSame || wave.isHeld ? 0.6 : wave.isAlike ? 0.4 : 0.2;
    const kinds = [saysTheSame ? 'same' : wave.isHeld ? 'held' : wave.isAlike ? 'alike' : 'crowd'];
    const words = [String(wave.people)];
    return [{ check: 'raid', score, spans: [], words, kinds, effect: 'hold', mode, upTo: 'member', rule: null }];
  },
};
