/** Counters, gauges and histograms of this process in Prometheus' text format. Labels are names of routes and jobs, never ids. */
export interface Metrics {
  count(name: string, labels?: Record<string, string>, by?: number): void;
  /** Seconds into a histogram. */
  observe(name: string, seconds: number, labels?: Record<string, string>): void;
  /** A value read when the page is asked for. */
  gauge(name: string, help: string, read: () => number): void;
  render(): string;
}

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Histogram {
  counts: number[];
  sum: number;
  total: number;
}

/** Makes an empty register. */
export function createMetrics(): Metrics {
  const counters = new Map<string, Map<string, number>>();
  const histograms = new Map<string, Map<string, Histogram>>();
  const gauges = new Map<string, { help: string; read: () => number }>();
  return {
    count: (name, labels = {}, by = 1) => {
      const series = getOrMake(counters, name, () => new Map<string, number>());
      const key = formatLabels(labels);
      series.set(key, (series.get(key) ?? 0) + by);
    },
    observe: (name, seconds, labels = {}) => {
      const series = getOrMake(histograms, name, () => new Map<string, Histogram>());
      const histogram = getOrMake(series, formatLabels(labels), () => ({
        counts: buckets.map(() => 0),
        sum: 0,
        total: 0,
      }));
      histogram.sum += seconds;
      histogram.total += 1;
      const index = buckets.findIndex((bound) => seconds <= bound);
      if (index >= 0) histogram.counts[index]! += 1;
    },
    gauge: (name, help, read) => void gauges.set(name, { help, read }),
    render: () =>
      [
        ...[...counters].flatMap(([name, series]) => [
          `# TYPE ${name} counter`,
          ...[...series].map(([labels, value]) => `${name}${wrap(labels)} ${value}`),
        ]),
        ...[...histograms].flatMap(([name, series]) => [
          `# TYPE ${name} histogram`,
          ...[...series].flatMap(([labels, histogram]) => renderHistogram(name, labels, histogram)),
        ]),
        ...[...gauges].flatMap(([name, { help, read }]) => [
          `# HELP ${name} ${help}`,
          `# TYPE ${name} gauge`,
          `${name} ${read()}`,
        ]),
        '',
      ].join('\n'),
  };
}

function renderHistogram(name: string, labels: string, { counts, sum, total }: Histogram): string[] {
  let running = 0;
  const rows = buckets.map((bound, index) => {
    running += counts[index]!;
    return `${name}_bucket${wrap(join(labels, `le="${bound}"`))} ${running}`;
  });
  return [
    ...rows,
    `${name}_bucket${wrap(join(labels, 'le="+Inf"'))} ${total}`,
    `${name}_sum${wrap(labels)} ${sum}`,
    `${name}_count${wrap(labels)} ${total}`,
  ];
}

function formatLabels(labels: Record<string, string>): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${value.replace(/[\\"\n]/g, '_')}"`)
    .join(',');
}

function join(labels: string, more: string): string {
  return labels === '' ? more : `${labels},${more}`;
}

function wrap(labels: string): string {
  return labels === '' ? '' : `{${labels}}`;
}

function getOrMake<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
