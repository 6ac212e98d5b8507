const width = 76;
const height = 18;
const dot = 2;

/** A small line over days from a zero baseline; the last day is not over yet, so its step is drawn lighter. */
export function Sparkline({ values, label, low = false }: { values: readonly number[]; label: string; low?: boolean }) {
  const most = Math.max(...values, 1);
  const points = values.map(
    (value, index) =>
      [
        (dot + (index * (width - 2 * dot)) / Math.max(1, values.length - 1)).toFixed(1),
        (height - dot - (value * (height - 2 * dot)) / most).toFixed(1),
      ] as const,
  );
  const path = (part: typeof points) =>
    part.map((point, index) => `${index === 0 ? 'M' : 'L'}${point.join(' ')}`).join('');
  const last = points.at(-1);
  return (
    <svg className={low ? 'spark low' : 'spark'} width={width} height={height} role="img" aria-label={label}>
      <path className="base" d={`M0 ${height - 0.5}H${width}`} />
      <path d={path(points.slice(0, -1))} />
      <path className="open" d={path(points.slice(-2))} />
      {last && <circle cx={last[0]} cy={last[1]} r={dot} />}
    </svg>
  );
}
