/** Who carries the group, which roles people have, and everybody by talk; each claim with its words. */
import type { GroupDiagnosis, KeyPerson, PersonDiagnosis, RoleId, RoleLabel } from '../../analysis/diagnosis.ts';
import { markup, join } from '../html.ts';
import type { Markup, Value } from '../html.ts';
import { avatar, card, nameOf, proofs, quote, sayFinding, showPeople } from '../view.ts';
import type { View } from '../view.ts';

const KEY_MARK = 0.6;
const LISTED = 30;
const PER_ROLE = 6;
/** In the order in which an owner asks for them. */
const ROLES: readonly RoleId[] = [
  'thinker',
  'critic',
  'leader',
  'producer',
  'answerer',
  'connector',
  'successor',
  'conflict',
  'advertiser',
  'payer',
  'bystander',
  'silent',
  'unspoken',
  'zombie',
];

/** Key people and what each brings. */
export function renderKeyPeople(view: View): Markup {
  const { words, group } = view;
  const lead = words.plain('section.people_lead');
  const key = group.keyPeople.filter(({ person }) => view.person(person));
  const body =
    key.length === 0
      ? markup`<p class="none">${words.plain('people.key_none', { reason: words.plain(`reason.${group.metrics['key.set']?.reason ?? 'too_few_messages'}`) })}</p>${group.people
          .filter(({ bot, messages56 }) => !bot && messages56 > 0)
          .sort((one, other) => other.messages56 - one.messages56)
          .slice(0, 3)
          .map((person) => renderPerson(view, person))}`
      : markup`<p class="hint">${words.plain('people.key_how', { percent: words.format(KEY_MARK, 'percent') })}</p>${key.map((one) => renderKey(view, one))}`;
  return card(
    view,
    { id: 'people', wide: 7, lead },
    markup`<h4>${words.plain('people.key')}</h4><div class="persons">${body}</div>`,
  );
}

function renderKey(view: View, key: KeyPerson): Markup {
  const { words } = view;
  const facts = [
    words.plain('people.value_share', { share: key.valueShare }),
    words.plain('people.reach_loss', { share: key.reachLoss }),
    words.plain('people.inclusion', { share: key.inclusion }),
  ];
  return renderPerson(view, view.person(key.person)!, { facts, evidence: key.evidence });
}

function renderPerson(
  view: View,
  person: PersonDiagnosis,
  more: { facts: string[]; evidence: string[] } = { facts: [], evidence: [] },
): Markup {
  const { words } = view;
  const roles = person.roles.filter(({ state }) => state !== 'insufficient').slice(0, 3);
  const brings = person.brings.slice(0, 3);
  const evidence = [...new Set([...brings.flatMap((one) => one.evidence), ...more.evidence])];
  return markup`<article class="person">${avatar(view, person.id)}<div><p class="name"><b>${nameOf(view, person.id)}</b>${marks(view, person)}${roles.map((role) => chip(view, role))}</p>${
    brings.length > 0 &&
    markup`<p class="brings">${join(
      brings.map((one) => sayFinding(view, one)),
      words.lang === 'en' ? '; ' : '；',
    )}</p>`
  }${more.facts.length > 0 && markup`<p class="facts">${more.facts.join(' · ')}</p>`}${proofs(view, evidence, 2)}</div></article>`;
}

function marks({ words }: View, person: PersonDiagnosis): Value {
  const found = [person.isOwner && 'owner', person.isSelf && 'self', person.bot && 'bot'].filter(
    (one) => typeof one === 'string',
  );
  return found.map((one) => markup`<span class="chip plain">${words.plain(`people.${one}`)}</span>`);
}

function chip({ words }: View, { role, state }: RoleLabel): Markup {
  const title = words.plain(`role.${role}_what`);
  return markup`<span class="chip ${state}" title="${title}">${words.plain(`role.${role}`)}${state === 'candidate' && '?'}</span>`;
}

/** Each role with who has it, what it means and a message that shows it. */
export function renderRoles(view: View): Markup {
  const { words, group } = view;
  const rows = ROLES.map((role) => ({ role, holders: holdersOf(group, role) })).filter(
    ({ holders }) => holders.length > 0,
  );
  const body =
    rows.length === 0
      ? markup`<p class="none">${words.plain('people.nobody')}</p>`
      : markup`<dl class="roles">${rows.map(({ role, holders }) => renderRole(view, role, holders))}</dl>`;
  return card(
    view,
    { id: 'roles', wide: 5, title: words.plain('people.roles_title') },
    markup`<p class="hint">${words.plain('people.roles_lead')}</p>${body}`,
  );
}

interface Holder {
  person: PersonDiagnosis;
  label: RoleLabel;
}

function holdersOf(group: GroupDiagnosis, role: RoleId): Holder[] {
  return group.people
    .flatMap((person) =>
      person.roles
        .filter((label) => label.role === role && label.state !== 'insufficient')
        .map((label) => ({ person, label })),
    )
    .sort((one, other) => other.label.score - one.label.score);
}

function renderRole(view: View, role: RoleId, holders: readonly Holder[]): Markup {
  const { words } = view;
  const candidates = holders.every(({ label }) => label.state === 'candidate');
  const proof = holders.flatMap(({ label }) => label.evidence).find((id) => view.message(id));
  return markup`<div><dt>${words.plain(`role.${role}`)} <small>${words.plain(`role.${role}_what`)}</small></dt><dd>${showPeople(
    view,
    holders.map(({ person }) => person.id),
    PER_ROLE,
  )}${candidates && markup` <em class="chip candidate">${words.plain('people.candidate')}</em>`}${proof !== undefined && markup`<span class="proof">${quote(view, proof, 40)}</span>`}</dd></div>`;
}

/** Everybody by talk, as a table. */
export function renderEverybody(view: View): Markup {
  const { words, group } = view;
  const people = group.people.filter(({ bot }) => !bot);
  const bots = group.people.filter(({ bot }) => bot);
  const shown = people.slice(0, LISTED);
  const head = ['name', 'roles', 'messages', 'share', 'days', 'last'].map(
    (key) => markup`<th scope="col">${words.plain(`people.${key}`)}</th>`,
  );
  const notes = [
    people.length > shown.length &&
      markup`<p class="hint">${words.plain('people.shown', { shown: shown.length, total: people.length })}</p>`,
    bots.length > 0 &&
      markup`<p class="hint">${words.plain('people.bots', { names: bots.map(({ name }) => name) })}</p>`,
  ];
  return card(
    view,
    { id: 'everybody', wide: 12, title: words.plain('people.all') },
    markup`<div class="scroll" tabindex="0"><table class="people"><thead><tr>${head}</tr></thead><tbody>${shown.map((person) => renderRow(view, person))}</tbody></table></div>${notes}`,
  );
}

function renderRow(view: View, person: PersonDiagnosis): Markup {
  const { words } = view;
  const chips = person.roles
    .filter(({ state }) => state !== 'insufficient')
    .slice(0, 3)
    .map((role) => chip(view, role));
  const last = person.lastAt === null ? words.plain('format.none') : words.format(person.lastAt, 'date');
  return markup`<tr><th scope="row">${avatar(view, person.id)}${nameOf(view, person.id)}${marks(view, person)}</th><td>${chips}</td><td>${words.format(person.messages, '')}</td><td>${words.format(person.share, 'percent')}</td><td>${words.format(person.activeDays, '')}</td><td>${last}</td></tr>`;
}
