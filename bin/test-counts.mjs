// A node:test reporter that keeps what the runner must sum, one JSON line each: { empty } for a file that holds no test
// (node counts it as one passed test), { red } for a file in which a test failed, and { counts } for the whole run. The readable
// report is node's own.
import { resolve } from 'node:path';

/** The reporter; node:test takes it as the default export. */
export default async function* reportCounts(source) {
  for await (const { type, data } of source) {
    if (type === 'test:pass' && data.nesting === 0 && data.file === resolve(data.name)) {
      yield `${JSON.stringify({ empty: data.file })}\n`;
    }
    if (type === 'test:fail' && data.nesting === 0 && data.file) yield `${JSON.stringify({ red: data.file })}\n`;
    if (type === 'test:summary' && data.file === undefined) yield `${JSON.stringify({ counts: data.counts })}\n`;
  }
}
