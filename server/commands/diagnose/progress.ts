/** A bar with rate and time left on a terminal; elsewhere a plain line now and then. Written to the error output, beside results. */
import type { AnalysisProgress } from '../../../lib/analysis/index.ts';
import type { Translate } from '../../platform/i18n.ts';

const width = 24;
const everyMs = 100;
const plainEveryMs = 5000;

/** Shows how far a diagnosis is. */
export interface Progress {
  expectBytes(total: number): void;
  countBytes(count: number): void;
  show(step: AnalysisProgress): void;
  end(): void;
}

/** Where it is written, and the clock; for tests. */
export interface ProgressPlace {
  isTTY?: boolean;
  write(text: string): unknown;
  now?: () => number;
}

/** Starts to show progress. */
export function startProgress(t: Translate, place: ProgressPlace = process.stderr): Progress {
  const now = place.now ?? (() => performance.now());
  let total = 0;
  let bytes = 0;
  let rows = 0;
  let read = 0;
  let stage: AnalysisProgress['stage'] = 'reading';
  let stageFrom = now();
  let shownAt = now();
  let shown = false;
  const draw = (share: number, rate: number): void => {
    const left = share > 0.02 ? ((now() - stageFrom) / 1000) * (1 / share - 1) : undefined;
    const text = t(`diagnose:progress.${stage}`, {
      percent: Math.floor(share * 100),
      rate: Math.round(rate).toLocaleString('en'),
      left: left === undefined ? '…' : describeSeconds(t, left),
    });
    if (!place.isTTY) place.write(`${text}\n`);
    else place.write(`\r\u001b[K${drawBar(share)} ${text}`);
    shown = true;
  };
  return {
    expectBytes: (count) => {
      total = count;
    },
    countBytes: (count) => {
      bytes += count;
    },
    show: (step) => {
      if (step.stage !== stage) {
        stage = step.stage;
        stageFrom = now();
        read = rows;
      }
      rows = step.rows;
      if (now() - shownAt < (place.isTTY ? everyMs : plainEveryMs)) return;
      shownAt = now();
      // A file of unknown length, or one that is looked through twice, never shows more than there is.
      const share = stage === 'reading' ? (total > 0 ? Math.min(0.99, bytes / total) : 0) : shareOfGroups(step, read);
      draw(share, (rows * 1000) / Math.max(1, now() - stageFrom));
    },
    end: () => {
      if (shown && place.isTTY) place.write('\r\u001b[K');
    },
  };
}

/** Groups differ in size; within one, what was read in all is the most that there can be. */
function shareOfGroups({ groups, groupsDone, rows }: AnalysisProgress, read: number): number {
  const inside = groups > groupsDone ? Math.min(0.9, rows / Math.max(1, read)) : 0;
  return groups === 0 ? 0 : Math.min(0.99, (groupsDone + inside) / groups);
}

function drawBar(share: number): string {
  const full = Math.round(share * width);
  return `${'█'.repeat(full)}${'░'.repeat(width - full)}`;
}

function describeSeconds(t: Translate, seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 90
    ? t('diagnose:progress.seconds', { seconds: whole })
    : t('diagnose:progress.minutes', { minutes: Math.ceil(whole / 60) });
}
