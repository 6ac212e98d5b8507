/** The public face of `sample`: for commands, tests and benchmarks. No other module may know that a community is made up. */
export { historyDays, simulate, type SampleDay, type SampleEvent, type SampleHistory } from './simulate.ts';
export { readContent, type Content } from './content.ts';
export { loadHistory, type Loaded } from './load.ts';
export { loadSample } from './loading.ts';
export { removeSample } from './removal.ts';
export { getSample } from './sample.ts';
