/**
 * Charts as pages of their own: the shape is an SVG that stretches with the page, the labels are text beside it, so that they stay
 * readable on a phone. Zero baseline, few colours, gaps where nothing is known.
 */
import { markup } from './html.ts';
import type { Markup, Value } from './html.ts';

/** A place on an axis from 0 to 1 and its label. */
export interface Tick {
  at: number;
  text: string;
  /** Stands out: the thing to read first. */
  strong?: boolean;
}

/** A drawing in a square of 100 by 100 with labels around it. */
export interface Plot {
  /** What the drawing shows, for those who can't see it. */
  label: string;
  height: number;
  shapes: Value;
  below?: readonly Tick[];
  beside?: readonly Tick[];
  /** Labels inside, each at a place. */
  inside?: readonly (Tick & { up: number; tone?: string })[];
}

const SIZE = 100;

/** Draws it. */
export function drawPlot({ label, height, shapes, below = [], beside = [], inside = [] }: Plot): Markup {
  return markup`<figure class="plot" style="--h:${height}px"><div class="area"><svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label="${label}">${shapes}</svg>${inside.map(
    ({ at, up, text, tone = '' }) =>
      markup`<span class="mark ${tone} ${at > 0.8 ? 'left' : at < 0.2 ? 'right' : ''}" style="left:${round(at * SIZE)}%;bottom:${round(up * SIZE)}%">${text}</span>`,
  )}</div><div class="beside">${beside.map(({ at, text, strong }) => markup`<span class="${strong ? 'strong' : ''}" style="bottom:${round(at * SIZE)}%">${text}</span>`)}</div><div class="below">${below.map(
    ({ at, text, strong }) =>
      markup`<span class="${strong ? 'strong' : ''} ${at < 0.06 ? 'first' : at > 0.94 ? 'last' : ''}" style="left:${round(at * SIZE)}%">${text}</span>`,
  )}</div></figure>`;
}

/** Bars side by side; `tone` is a class. */
export function drawBars(values: readonly number[], top: number, tone: string): Markup {
  const width = SIZE / values.length;
  const gap = Math.min(width * 0.25, 0.6);
  const paths = values.map((value, at) => {
    if (value <= 0 || top <= 0) return '';
    const height = Math.max(0.8, (value / top) * SIZE);
    return `M${round(at * width + gap / 2)} 100v${round(-height)}h${round(width - gap)}v${round(height)}z`;
  });
  return markup`<path class="${tone}" d="${paths.join('')}" />`;
}

/** A line through values in the middle of their steps; null leaves a gap. */
export function drawLine(values: readonly (number | null)[], top: number, tone: string): Markup {
  const width = SIZE / values.length;
  return markup`<path class="line ${tone}" d="${trace(values.map((value, at) => (value === null || top <= 0 ? null : [(at + 0.5) * width, SIZE - (value / top) * SIZE])))}"/>`;
}

/** A curve with its band over x from 0 to `reach`, y from 0 to 1. */
export function drawCurve(
  curve: { x: readonly number[]; y: readonly number[]; low: readonly number[]; high: readonly number[] },
  reach: number,
  options: { tone: string; steps: boolean },
): Markup {
  const inside = curve.x.map((x, at) => ({ x, at })).filter(({ x }) => x <= reach);
  const last = inside.at(-1);
  // Where nothing happened any more, an estimate in steps stays what it was.
  if (options.steps && last && last.x < reach) inside.push({ x: reach, at: last.at });
  const place = (values: readonly number[]) =>
    inside.map(({ x, at }): [number, number] => [
      (x / reach) * SIZE,
      SIZE - Math.min(1, Math.max(0, values[at]!)) * SIZE,
    ]);
  const [middle, low, high] = [curve.y, curve.low, curve.high].map((values) =>
    options.steps ? stepped(place(values)) : place(values),
  ) as [[number, number][], [number, number][], [number, number][]];
  const band = `${trace(high)}${trace([...low].reverse()).replace('M', 'L')}z`;
  return markup`${inside.length > 1 && markup`<path class="band ${options.tone}" d="${band}" />`}<path class="line ${options.tone}" d="${trace(middle)}"/>`;
}

/** A level line across. */
export function drawRule(up: number, tone = 'rule'): Markup {
  return markup`<path class="${tone}" d="M0 ${round(SIZE - up * SIZE)}H100" />`;
}

/** A curve that stays level until the next point, as estimates of survival do. */
function stepped(points: readonly [number, number][]): [number, number][] {
  return points.flatMap((point, at): [number, number][] => {
    const before = points[at - 1];
    return before ? [[point[0], before[1]], point] : [point];
  });
}

function trace(points: readonly ([number, number] | null)[]): string {
  let pen = 'M';
  return points
    .map((point) => {
      if (point === null) {
        pen = 'M';
        return '';
      }
      const part = `${pen}${round(point[0])} ${round(point[1])}`;
      pen = 'L';
      return part;
    })
    .join('');
}

/** A share as a bar that fills from the left; the interval is drawn as a thin line over it. */
export function drawMeter(share: number, tone: string, range?: readonly [number, number]): Markup {
  const clamp = (value: number) => round(Math.min(1, Math.max(0, value)) * SIZE);
  return markup`<span class="meter"><i class="${tone}" style="width:${clamp(share)}%"></i>${range && markup`<u style="left:${clamp(range[0])}%;width:${round(clamp(range[1]) - clamp(range[0]))}%"></u>`}</span>`;
}

/** A round number at or above the largest value, so that the axis ends well. */
export function niceTop(value: number): number {
  if (value <= 5) return 5;
  const unit = 10 ** Math.floor(Math.log10(value));
  return [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map((step) => step * unit).find((top) => top >= value) ?? value;
}

/** Two decimals are finer than any screen. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
