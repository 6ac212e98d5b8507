/** Disguised advertisements beside their plain twins, and innocent texts that look alike, as a newcomer's messages are judged. */
import { readPlainCues } from '../../lib/text/ad-cues.ts';
import { weighCues } from '../../lib/text/ads.ts';
import { foldText } from '../../lib/text/index.ts';
import type { WordingModel } from '../../server/rules/learner.ts';
import { say } from './benchmark.ts';
import { openJudge } from './newcomer.ts';

/** What came of one technique. */
interface TechniqueFigures {
  rows: number;
  plainCaught: number;
  caught: number;
  share: number;
}

/** What came of all. */
export interface AttackFigures {
  rows: number;
  /** How many of the plain twins are caught. */
  plainCaught: number;
  /** Which share of the disguises of these is. */
  caught: number;
  techniques: Record<string, TechniqueFigures>;
}

/** For the control: the likeness of a text as it stands, by its words and signs alone. */
const asWritten: WordingModel = {
  version: 'as written',
  rate: (text) => {
    const folded = foldText(text);
    return weighCues(readPlainCues(folded), folded.length);
  },
  excuses: () => true,
};

/** Counts which disguises are caught where the plain twin is. */
export function measureAttacks(rows: readonly Record<string, string>[], spoilt: boolean): AttackFigures {
  const { stops } = openJudge();
  const stopsDisguised = spoilt ? openJudge({ model: asWritten }).stops : stops;
  const techniques: Record<string, TechniqueFigures> = {};
  for (const { technique = '', plain = '', disguised = '' } of rows) {
    const figures = (techniques[technique] ??= { rows: 0, plainCaught: 0, caught: 0, share: 0 });
    figures.rows++;
    if (!stops(plain)) continue;
    figures.plainCaught++;
    if (stopsDisguised(disguised)) figures.caught++;
    else if (!spoilt) say(`  missed, ${technique}: ${disguised.replaceAll('\n', '⏎')}`);
  }
  const lists = Object.values(techniques);
  for (const each of lists) each.share = share(each.caught, each.plainCaught);
  const plainCaught = lists.reduce((sum, each) => sum + each.plainCaught, 0);
  const caught = share(
    lists.reduce((sum, each) => sum + each.caught, 0),
    plainCaught,
  );
  say(`  ${rows.length} disguised advertisements: ${plainCaught} plain ones caught, ${caught} of their disguises`);
  return { rows: rows.length, plainCaught, caught, techniques };
}

/** What came of texts in which nobody advertises. */
export interface InnocentFigures {
  texts: number;
  /** Without the rule about newcomers' links. */
  stopped: number;
  share: number;
  /** What that rule holds for review besides. */
  heldForLinks: number;
  /** What would be refused at once, with that rule: nothing may be. */
  refused: number;
}

/** Counts which of them are stopped, and lists them. */
export function measureInnocent(texts: readonly string[], isTold: boolean): InnocentFigures {
  const withLinks = openJudge();
  const without = openJudge({ links: 'off' });
  const figures = { texts: texts.length, stopped: 0, share: 0, heldForLinks: 0, refused: 0 };
  for (const text of texts) {
    const { action } = withLinks.judge(text);
    if (action === 'stop') figures.refused++;
    if (without.stops(text)) {
      figures.stopped++;
      if (isTold) say(`    stopped: ${text.replaceAll('\n', '⏎').slice(0, 160)}`);
    } else if (action !== 'pass') figures.heldForLinks++;
  }
  return { ...figures, share: share(figures.stopped, texts.length) };
}

/** A share to four digits. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;
}
