/** What every section of one group needs: its words, and people and messages as links to their places on the page. */
import type { Diagnosis, EvidenceMessage, Finding, GroupDiagnosis, PersonDiagnosis } from '../analysis/diagnosis.ts';
import { markup, join } from './html.ts';
import type { Markup, Value } from './html.ts';
import type { Params, Words } from './words.ts';

/** One group on its way to the page. */
export interface View {
  words: Words;
  diagnosis: Diagnosis;
  group: GroupDiagnosis;
  /** Begins all anchors of the group, so that groups do not clash. */
  anchor: string;
  person(id: string): PersonDiagnosis | undefined;
  message(id: string): EvidenceMessage | undefined;
}

const QUOTE = 64;
const NAMES = 4;

/** Makes the view of one group. */
export function makeView(words: Words, diagnosis: Diagnosis, at: number): View {
  const group = diagnosis.groups[at]!;
  const people = new Map(group.people.map((person) => [person.id, person]));
  const messages = new Map(group.evidence.map((message) => [message.id, message]));
  return {
    words,
    diagnosis,
    group,
    anchor: `g${at + 1}`,
    person: (id) => people.get(id),
    message: (id) => messages.get(id),
  };
}

/** The name of a person, as text. */
export function nameOf(view: View, id: string): string {
  return view.person(id)?.name || view.words.plain('format.nobody');
}

/** The name of a person, strong. */
export function showPerson(view: View, id: string): Markup {
  return markup`<b class="who">${nameOf(view, id)}</b>`;
}

/** Names in a row; beyond four they are counted. */
export function showPeople(view: View, ids: readonly string[], most = NAMES): Markup {
  const shown = ids.length > most + 1 ? ids.slice(0, most) : ids;
  const rest = ids.length - shown.length;
  const named = shown.map((id) => showPerson(view, id));
  const and = view.words.plain('format.and');
  const last = rest === 0 && named.length > 1 ? named.pop() : undefined;
  const names = markup`${join(named, and)}${last && view.words.plain('format.last_and')}${last}`;
  return markup`${names}${rest > 0 ? view.words.plain('format.others', { count: rest }) : ''}`;
}

/** The place of a message on the page. */
export function anchorOf(view: View, id: string): string {
  return `${view.anchor}-m${view.group.evidence.findIndex((message) => message.id === id) + 1}`;
}

/** What a message says; for pictures and the like, what it was. */
export function textOf(view: View, message: EvidenceMessage): string {
  const text = message.text.trim();
  if (text !== '') return text;
  const key = `format.media.${message.kind}`;
  return view.words.plain(view.words.has(key) ? key : 'format.media.other');
}

/** The beginning of a message in quotation marks, linked to the whole. */
export function quote(view: View, id: string, most = QUOTE): Value {
  const message = view.message(id);
  if (!message) return undefined;
  const text = shorten(textOf(view, message).replaceAll(/\s+/gu, ' '), most);
  const marks = view.words.lang === 'en' ? ['“', '”'] : ['「', '」'];
  return markup`<a class="said" href="#${anchorOf(view, id)}">${marks[0]}${text}${marks[1]}</a>`;
}

/** Cuts a text to a width; Chinese signs count one, others half. */
function shorten(text: string, most: number): string {
  let width = 0;
  let shown = '';
  for (const sign of text) {
    width += sign.codePointAt(0)! > 0x2e80 ? 1 : 0.5;
    if (width > most) return `${shown.trimEnd()}…`;
    shown += sign;
  }
  return shown;
}

/** A text of the catalogue in which ids become people and messages. */
export function say(view: View, key: string, params: Params = {}): Markup {
  const known = { ...params };
  if (typeof known.message === 'string' && !view.message(known.message)) known.message = null;
  if (known.people === 0) known.people = null;
  if (Array.isArray(known.topic)) known.topic = known.topic.join(' ') || null;
  return view.words.say(key, known, (name, value, format) => {
    if (format !== '' && format !== 'quote') return undefined;
    if (Array.isArray(value)) return showPeople(view, value as string[]);
    if (typeof value !== 'string') return undefined;
    if (name === 'message') return quote(view, value);
    return view.person(value) ? showPerson(view, value) : undefined;
  });
}

/** A finding as a sentence. */
export function sayFinding(view: View, finding: Finding): Markup {
  const { code, params } = finding;
  if (code === 'next.step' && typeof params.advice === 'string') {
    const step = view.group.advice.find((one) => one.code === params.advice);
    const title = step && say(view, `advice.${step.code}.title`, step.params);
    return view.words.say('sentence.next.step', params, (name) => (name === 'advice' ? title : undefined));
  }
  return say(view, `sentence.${code}`, params);
}

/** Small links to the messages that prove something. */
export function proofs(view: View, ids: readonly string[], most = 3): Markup | undefined {
  const known = ids.filter((id) => view.message(id)).slice(0, most);
  if (known.length === 0) return undefined;
  return markup`<ul class="proofs">${known.map((id) => markup`<li>${quote(view, id)}</li>`)}</ul>`;
}

/** The first sign of a name in a circle, in the colour of the person's circle. */
export function avatar(view: View, id: string): Markup {
  const sign = [...nameOf(view, id).replace(/^[^\p{Letter}\p{Number}]+/u, '')][0] ?? '·';
  return markup`<span class="av ${hue(view.person(id)?.circle ?? null)}" aria-hidden="true">${sign.toUpperCase()}</span>`;
}

/** The colour class of a circle. */
export function hue(circle: number | null): string {
  return circle === null ? 'c0' : `c${(circle % 6) + 1}`;
}

/** A card with its heading; `wide` counts twelfths of the page. */
export function card(
  view: View,
  options: { id: string; wide: number; lead?: Value; title?: Value },
  body: Value,
): Markup {
  const { id, wide, lead, title = view.words.plain(`section.${id}`) } = options;
  return markup`<section class="card w${wide}" id="${view.anchor}-${id}"><header><h3>${title}</h3>${lead && markup`<p>${lead}</p>`}</header><div class="in">${body}</div></section>`;
}
