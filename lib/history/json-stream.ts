/**
 * Reads JSON of any size: walks into the containers that a plan names and hands out the values the plan asks for,
 * one by one. Whole values go through the platform's parser; the envelope is all that is walked by hand.
 */
import { noteProblem, noteUnknown } from './report.ts';
import type { HistoryReport } from './report.ts';
import { repairJson } from './json-repair.ts';

/** Paths are written `chats.list.*.messages.*`; what is neither entered nor taken is skipped unread. */
export type JsonPlan = Readonly<Record<string, 'enter' | 'take'>>;

/** A taken value, or the end of an entered container (`end`). */
export interface JsonStep {
  path: string;
  value?: unknown;
  end?: true;
  line: number;
}

interface Level {
  isArray: boolean;
  path: string;
}

const VALUE_LIMIT = 16 << 20;

/** Yields batches of steps from pieces of text; broken values are noted in the report and passed over. */
export async function* readJson(
  pieces: AsyncIterable<string>,
  plan: JsonPlan,
  report: HistoryReport,
): AsyncGenerator<JsonStep[]> {
  const walker = new JsonWalker(plan, report);
  for await (const piece of pieces) {
    const steps = walker.push(piece);
    if (steps.length > 0) yield steps;
  }
  const rest = walker.finish();
  if (rest.length > 0) yield rest;
}

/** The walker behind `readJson`: fed with text, answers with steps. */
class JsonWalker {
  private readonly plan: JsonPlan;
  private readonly report: HistoryReport;
  private text = '';
  private at = 0;
  private line = 1;
  private counted = 0;
  private steps: JsonStep[] = [];
  private readonly stack: Level[] = [];
  private state: 'value' | 'key' | 'colon' | 'next' | 'scan' | 'done' = 'value';
  private path = '';
  // The value being scanned: where it began, what was kept of it, how deep we are in it.
  private taking = false;
  private held: string[] = [];
  private heldLength = 0;
  private scanFrom = 0;
  private scanLine = 1;
  private depth = 0;
  private inString = false;
  private isScalar = false;
  private escaped = false;

  constructor(plan: JsonPlan, report: HistoryReport) {
    this.plan = plan;
    this.report = report;
  }

  push(piece: string): JsonStep[] {
    this.countLines();
    this.text = this.state === 'scan' ? piece : this.text.slice(this.at) + piece;
    this.at = 0;
    this.counted = 0;
    this.scanFrom = 0;
    while (this.advance());
    if (this.state === 'scan') this.keepRest();
    const steps = this.steps;
    this.steps = [];
    return steps;
  }

  finish(): JsonStep[] {
    if (this.state === 'scan' && this.isScalar) this.endScan();
    if (this.state !== 'done') noteProblem(this.report, 'truncated', { line: this.countLines() });
    while (this.stack.length > 0) this.leave();
    return this.steps;
  }

  /** Brings the line number up to the current place. */
  private countLines(): number {
    let found = this.text.indexOf('\n', this.counted);
    while (found >= 0 && found < this.at) {
      this.line += 1;
      this.counted = found + 1;
      found = this.text.indexOf('\n', this.counted);
    }
    return this.line;
  }

  /** Does one step; false when more text is needed. */
  private advance(): boolean {
    if (this.state === 'scan') return this.scan();
    while (this.at < this.text.length && isSpace(this.text.charCodeAt(this.at))) this.at += 1;
    const char = this.text[this.at];
    if (char === undefined) return false;
    if (this.state === 'value') return this.startValue(char);
    if (this.state === 'key') return this.readKey(char);
    if (this.state === 'colon' && char === ':') return this.step('value');
    if (this.state === 'next' && char === ',') return this.step(this.top()?.isArray ? 'value' : 'key');
    if (this.state === 'next' && (char === '}' || char === ']')) return this.leaveAt();
    return this.passOver();
  }

  private top(): Level | undefined {
    return this.stack.at(-1);
  }

  private step(state: 'value' | 'key'): true {
    this.at += 1;
    this.state = state;
    return true;
  }

  /** Something that cannot stand here: noted once per run, then passed over. */
  private passOver(): true {
    noteProblem(this.report, 'broken_value', { line: this.countLines() });
    if (this.state === 'done') this.at = this.text.length;
    else this.at += 1;
    return true;
  }

  private startValue(char: string): true {
    if (char === ']' && this.top()?.isArray) return this.leaveAt();
    if (char === '}' || char === ']' || char === ',' || char === ':') return this.passOver();
    const action = this.path === '' ? 'enter' : this.plan[this.path];
    if (action === 'enter' && (char === '{' || char === '[')) {
      const isArray = char === '[';
      this.stack.push({ isArray, path: this.path });
      if (isArray) this.path = joinPath(this.path, '*');
      return this.step(isArray ? 'value' : 'key');
    }
    this.taking = action === 'take';
    this.held = [];
    this.heldLength = 0;
    this.scanFrom = this.at;
    if (this.taking) this.scanLine = this.countLines();
    this.inString = char === '"';
    this.isScalar = char !== '"' && char !== '{' && char !== '[';
    this.depth = 0;
    this.escaped = false;
    if (char === '"') this.at += 1;
    this.state = 'scan';
    return true;
  }

  private readKey(char: string): boolean {
    if (char === '}') return this.leaveAt();
    if (char !== '"') return this.passOver();
    let end = this.text.indexOf('"', this.at + 1);
    while (end > 0 && countBackslashes(this.text, end, this.at) % 2 === 1) end = this.text.indexOf('"', end + 1);
    if (end < 0) return false;
    this.path = joinPath(this.top()?.path ?? '', this.text.slice(this.at + 1, end));
    this.at = end + 1;
    this.state = 'colon';
    return true;
  }

  private leaveAt(): true {
    this.at += 1;
    this.leave();
    return true;
  }

  private leave(): void {
    const level = this.stack.pop();
    if (level) this.steps.push({ path: level.path, end: true, line: this.line });
    const top = this.top();
    this.state = top ? 'next' : 'done';
    this.path = top?.isArray ? joinPath(top.path, '*') : (top?.path ?? '');
  }

  /** Goes to the end of the value that began; false when the text ends first. */
  private scan(): boolean {
    const { text } = this;
    if (this.isScalar) {
      while (this.at < text.length && !isScalarEnd(text.charCodeAt(this.at))) this.at += 1;
      return this.at < text.length && this.endScan();
    }
    while (this.at < text.length) {
      if (this.inString) {
        if (!this.scanString()) return false;
        if (this.depth === 0) return this.endScan();
        continue;
      }
      const code = text.charCodeAt(this.at);
      this.at += 1;
      if (code === 34) this.inString = true;
      else if (code === 123 || code === 91) this.depth += 1;
      else if ((code === 125 || code === 93) && (this.depth -= 1) === 0) return this.endScan();
    }
    return false;
  }

  /** Goes behind the closing quote; false when the text ends inside the string. */
  private scanString(): boolean {
    const { text } = this;
    let from = this.at;
    for (let quote = text.indexOf('"', from); ; quote = text.indexOf('"', from)) {
      const end = quote < 0 ? text.length : quote;
      const slashes = countBackslashes(text, end, from - 1);
      const escaped = (slashes + (this.escaped && slashes === end - from ? 1 : 0)) % 2 === 1;
      this.at = end;
      this.escaped = escaped && quote < 0;
      if (quote < 0) return false;
      from = quote + 1;
      this.at = from;
      if (!escaped) {
        this.inString = false;
        return true;
      }
    }
  }

  private keepRest(): void {
    if (!this.taking) return;
    this.held.push(this.text.slice(this.scanFrom));
    this.heldLength += this.text.length - this.scanFrom;
    if (this.heldLength <= VALUE_LIMIT) return;
    noteProblem(this.report, 'broken_value', { line: this.scanLine, detail: 'too_long' });
    this.taking = false;
    this.held = [];
  }

  private endScan(): true {
    this.state = this.stack.length > 0 ? 'next' : 'done';
    if (!this.taking) return true;
    const last = this.text.slice(this.scanFrom, this.at);
    const raw = this.held.length > 0 ? this.held.join('') + last : last;
    this.held = [];
    const value = parseValue(raw, this.report, this.scanLine);
    if (value !== undefined) this.steps.push({ path: this.path, value, line: this.scanLine });
    return true;
  }
}

/** Parses one whole value, repairing what tolerant readers must; nothing (and a note) when it is beyond repair. */
export function parseValue(raw: string, report: HistoryReport, line: number): unknown {
  try {
    return JSON.parse(raw) as unknown;
  } catch {
    const repaired = repairJson(raw);
    noteProblem(report, repaired === undefined ? 'broken_value' : 'repaired_value', { line });
    if (repaired === undefined) noteUnknown(report, line, raw);
    return repaired;
  }
}

function joinPath(parent: string, child: string): string {
  return parent === '' ? child : `${parent}.${child}`;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9 || code === 0xfeff;
}

function isScalarEnd(code: number): boolean {
  return code === 44 || code === 93 || code === 125 || isSpace(code);
}

function countBackslashes(text: string, end: number, after: number): number {
  let at = end - 1;
  while (at > after && text.charCodeAt(at) === 92) at -= 1;
  return end - 1 - at;
}
