import type { Diagnosis } from '../analysis/diagnosis.ts';
import type { Markup } from './html.ts';
import { makeView, sayFinding } from './view.ts';
import { openWords } from './words.ts';
import type { ReportLanguage } from './words.ts';

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** The verdict of one group as plain sentences, for a terminal or a message. */
export function describeVerdict(diagnosis: Diagnosis, group: number, lang: ReportLanguage): string[] {
  const view = makeView(openWords(lang, diagnosis.zone), diagnosis, group);
  return view.group.verdict.map((finding) => stripMarkup(sayFinding(view, finding)));
}

/** The text of a piece of page. */
export function stripMarkup({ markup }: Markup): string {
  return markup.replaceAll(/<[^>]*>/gu, '').replaceAll(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => ENTITIES[entity]!);
}
