/** One sentence as a code with parameters. */
import type { Finding, FindingCode, FindingParam, FindingTone } from './diagnosis.ts';

/** Makes a sentence. */
export function say(
  code: FindingCode,
  tone: FindingTone,
  rest: { params?: Record<string, FindingParam>; metrics?: string[]; evidence?: string[] } = {},
): Finding {
  return { code, tone, params: rest.params ?? {}, metrics: rest.metrics ?? [], evidence: rest.evidence ?? [] };
}
