/** The messages that the page points at, and how the file was read. */
import type { EvidenceMessage } from '../../analysis/diagnosis.ts';
import { markup } from '../html.ts';
import type { Markup } from '../html.ts';
import { anchorOf, avatar, card, nameOf, textOf } from '../view.ts';
import type { View } from '../view.ts';
import type { Words } from '../words.ts';
import type { Diagnosis } from '../../analysis/diagnosis.ts';

const LONGEST = 1200;

/** Every message mentioned, in its order in time. */
export function renderEvidence(view: View): Markup | undefined {
  const { words, group } = view;
  if (group.evidence.length === 0) return undefined;
  const ordered = [...group.evidence].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  return card(
    view,
    { id: 'evidence', wide: 12, lead: words.plain('section.evidence_lead') },
    markup`<ul class="messages">${ordered.map((message) => renderMessage(view, message))}</ul>`,
  );
}

function renderMessage(view: View, message: EvidenceMessage): Markup {
  const { words } = view;
  const signs = [...textOf(view, message)];
  const text = signs.length > LONGEST ? `${signs.slice(0, LONGEST).join('')}…` : signs.join('');
  const line =
    message.line === undefined ? undefined : markup` · ${words.plain('reading.at_line', { line: message.line })}`;
  return markup`<li id="${anchorOf(view, message.id)}">${avatar(view, message.author)}<div><p class="by"><b>${nameOf(view, message.author)}</b> <small>${words.format(message.at, 'moment')}${line}</small></p><p class="text">${text}</p></div></li>`;
}

/** How this group's replies were found. */
export function renderLinker({ words, group }: View): Markup {
  const { linker, edges, explicitShare, trusted } = group.replies;
  const key = `linker.${linker}`;
  return markup`<dt>${words.plain('reading.linker')}</dt><dd>${words.has(key) ? words.plain(key) : linker}; ${words.plain('linker.explicit', { share: explicitShare, edges })}; ${words.plain(trusted ? 'linker.trusted' : 'linker.untrusted')}</dd>`;
}

/** What was read, what was taken for granted, and what was wrong. */
export function renderReading(words: Words, { source }: Diagnosis): Markup {
  const { format, messages, systemRows, authors, from, to, unknownLines, assumptions, problems } = source;
  const facts: [string, string][] = [
    ['format', format],
    ['messages', words.format(messages, '')],
    ['authors', words.format(authors, '')],
    ['system', `${words.format(systemRows, '')} (${words.plain('reading.system_what')})`],
    ['span', `${words.format(from, 'moment')} – ${words.format(to, 'moment')}`],
    ['unknown', words.format(unknownLines, '')],
  ];
  const guesses = assumptions.map(
    ({ code, value }) => markup`<li>${describe(words, `assumption.${code}`, { value: value ?? '' })}</li>`,
  );
  const defects = problems.map(({ code, count, line, file }) => {
    const places = [
      words.plain('reading.times', { count }),
      line !== undefined && words.plain('reading.at_line', { line }),
    ];
    return markup`<li>${describe(words, `problem.${code}`, { file: file ?? '' })} <small>${places.filter(Boolean).join(' · ')}</small></li>`;
  });
  return markup`<dl class="reading">${facts.map(
    ([key, text]) => markup`<dt>${words.plain(`reading.${key}`)}</dt><dd>${text}</dd>`,
  )}${guesses.length > 0 && markup`<dt>${words.plain('reading.assumptions')}</dt><dd><ul>${guesses}</ul></dd>`}${
    defects.length > 0 && markup`<dt>${words.plain('reading.problems')}</dt><dd><ul>${defects}</ul></dd>`
  }</dl>${guesses.length + defects.length === 0 && markup`<p class="hint">${words.plain('reading.nothing')}</p>`}`;
}

/** A code in words; the bare code when a later version has one that this catalogue lacks. */
function describe(words: Words, key: string, params: Record<string, string>): string {
  return words.has(key) ? words.plain(key, params) : key.slice(key.indexOf('.') + 1);
}
