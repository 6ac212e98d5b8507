import type { Response } from '../../data/response.ts';
import { useText } from '../../text.ts';
import { sayWait } from './wait-words.ts';

const size = { width: 560, height: 220, left: 40, right: 12, top: 20, bottom: 26 };
const marks = [5, 15, 60, 240, 1440];
const shares = [0, 0.5, 1];

/** Short waits matter most: the axis of time is stretched where they are. */
function xOf(minutes: number): number {
  const wide = size.width - size.left - size.right;
  return size.left + (wide * Math.log1p(Math.min(minutes, 1440))) / Math.log1p(1440);
}

function yOf(share: number): number {
  return size.top + (size.height - size.top - size.bottom) * (1 - share);
}

/** How many are answered after how long, with how sure that is and the promise as a line. */
export function AnswerCurve({ response: { curve, promiseMinutes, total } }: { response: Response }) {
  const t = useText();
  const points = [{ minutes: 0, share: 0, low: 0, high: 0 }, ...curve];
  const last = points.at(-1)!;
  const promised = promiseMinutes > 0 && promiseMinutes <= 1440;
  const label = t('response.curve', { count: total.n, share: Math.round(last.share * 100) });
  return (
    <svg className="answer-curve" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label}>
      {shares.map((share) => (
        <g key={share}>
          <path className="grid" d={`M${size.left} ${yOf(share)}H${size.width - size.right}`} />
          <text x={size.left - 6} y={yOf(share) + 4} textAnchor="end">
            {Math.round(share * 100)}%
          </text>
        </g>
      ))}
      {marks.map((minutes) => (
        <text key={minutes} x={xOf(minutes)} y={size.height - 8} textAnchor={minutes === 1440 ? 'end' : 'middle'}>
          {sayWait(t, minutes)}
        </text>
      ))}
      <path className="band" d={`${stepsOf(points, 'low')}${backOf(points)}Z`} />
      <path className="line" d={stepsOf(points, 'share')} />
      {promised && (
        <g className="promise">
          <path d={`M${xOf(promiseMinutes)} ${size.top - 6}V${yOf(0)}`} />
          <text
            x={xOf(promiseMinutes) + (promiseMinutes > 240 ? -5 : 5)}
            y={size.top - 7}
            textAnchor={promiseMinutes > 240 ? 'end' : 'start'}
          >
            {t('response.promiseLine', { span: sayWait(t, promiseMinutes) })}
          </text>
        </g>
      )}
    </svg>
  );
}

type Point = Response['curve'][number];

/** A curve of steps: each height holds until the next point. */
function stepsOf(points: readonly Point[], end: 'share' | 'low'): string {
  return points
    .map((point, at) => `${at === 0 ? 'M' : 'H'}${place(xOf(point.minutes), at === 0)}${rise(at, yOf(point[end]))}`)
    .join('');
}

function place(x: number, isFirst: boolean): string {
  return isFirst ? `${x.toFixed(1)} ` : x.toFixed(1);
}

function rise(at: number, y: number): string {
  return at === 0 ? y.toFixed(1) : `V${y.toFixed(1)}`;
}

/** The upper edge, walked back. */
function backOf(points: readonly Point[]): string {
  return points
    .toReversed()
    .map(
      (point, at, all) =>
        `${at === 0 ? `V${yOf(point.high).toFixed(1)}` : ''}H${xOf(point.minutes).toFixed(1)}V${yOf(all[at + 1]?.high ?? 0).toFixed(1)}`,
    )
    .join('');
}
