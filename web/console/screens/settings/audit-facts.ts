// What an entry of the audit log holds, in words: the log keeps codes, and a code is no answer to "what was changed".
import { teamRoles } from '../../data/team.ts';
import { joinReasons, kinds } from '../../data/communities.ts';
import type { useText, ConsoleKey } from '../../text.ts';

/** One fact with its value after, and before where it had one. */
export interface AuditFact {
  key: string;
  name: string;
  before: string | undefined;
  after: string;
}

type Detail = Readonly<Record<string, unknown>>;
interface Words {
  t: ReturnType<typeof useText>;
  moment: (when: string) => string;
}

/** The facts of an entry; unchanged ones, and numbers that only machines need, are left out. */
export function readFacts(detail: Detail, words: Words): AuditFact[] {
  const { before, after, ...others } = detail;
  const old = isDetail(before) ? before : {};
  const changed = isDetail(after)
    ? Object.entries(after).filter(([name, value]) => JSON.stringify(old[name]) !== JSON.stringify(value))
    : [];
  return [...changed, ...Object.entries(others)].flatMap(([name, value]) => {
    const label = labels[name];
    // What starts at nothing is no news.
    if (!label || (!(name in old) && (value === false || value === 0 || value === null))) return [];
    const was = name in old ? sayValue(name, old[name], words) : undefined;
    return [{ key: name, name: words.t(label), before: was, after: sayValue(name, value, words) }];
  });
}

function sayValue(name: string, value: unknown, words: Words): string {
  const { t, moment } = words;
  if (value === null || value === undefined || value === '') return t('audit.none');
  if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
  if (typeof value === 'number')
    return name === 'slowModeSeconds' ? t('audit.seconds', { count: value }) : String(value);
  if (Array.isArray(value)) return value.map((one) => sayValue(name, one, words)).join(t('effect.comma'));
  if (isDetail(value)) return typeof value.name === 'string' ? value.name : t('audit.none');
  if (typeof value !== 'string') return '';
  if (name === 'pictureId') return t('audit.newPicture');
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return moment(value);
  const key = codes[name]?.(value);
  return key ? t(key) : value;
}

function isDetail(value: unknown): value is Detail {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const labels: Readonly<Record<string, ConsoleKey>> = {
  name: 'audit.field.name',
  kind: 'audit.field.kind',
  stage: 'audit.field.stage',
  zone: 'audit.field.zone',
  official: 'audit.field.official',
  changed: 'audit.field.changed',
  tier: 'audit.field.tier',
  carrier: 'audit.field.carrier',
  lifecycle: 'audit.field.lifecycle',
  capacity: 'audit.field.capacity',
  mutedAll: 'audit.field.mutedAll',
  slowModeSeconds: 'audit.field.slowModeSeconds',
  nameLocked: 'audit.field.nameLocked',
  privateAdding: 'audit.field.privateAdding',
  approval: 'audit.field.approval',
  noticeAt: 'audit.field.noticeAt',
  pictureId: 'audit.field.pictureId',
  role: 'audit.field.role',
  scopes: 'audit.field.scopes',
  expiresAt: 'audit.field.expiresAt',
  until: 'audit.field.until',
  version: 'audit.field.version',
  playbook: 'audit.field.playbook',
  sections: 'audit.field.sections',
  statement: 'audit.field.statement',
  status: 'audit.field.status',
  evidence: 'audit.field.evidence',
  channel: 'audit.field.channel',
  maxUses: 'audit.field.maxUses',
  revokedAt: 'audit.field.revokedAt',
  membersMayInvite: 'audit.field.membersMayInvite',
  hoursBetweenApplications: 'audit.field.hoursBetweenApplications',
  emailProof: 'audit.field.emailProof',
  method: 'audit.field.method',
  posts: 'audit.field.posts',
  owed: 'audit.field.owed',
  reason: 'audit.field.reason',
};

/** From a code to its words, where the console has words for it. */
const codes: Readonly<Record<string, (code: string) => ConsoleKey | undefined>> = {
  kind: (code) => oneOf(kinds, code, (kind) => `kind.${kind}`),
  playbook: (code) => oneOf(kinds, code, (kind) => `kind.${kind}`),
  reasons: (code) => oneOf(joinReasons, code, (reason) => `reason.${reason}`),
  tier: (code) => oneOf(tiers, code, (tier) => `tier.${tier}`),
  stage: (code) => oneOf(tiers, code, (tier) => `tier.${tier}`),
  carrier: (code) => oneOf(['web', 'manual'] as const, code, (carrier) => `carrier.${carrier}`),
  lifecycle: (code) => oneOf(lives, code, (life) => `life.${life}`),
  role: (code) => oneOf(teamRoles, code, (role) => `role.${role}`),
  status: (code) => oneOf(['untested', 'confirmed', 'refuted'] as const, code, (found) => `assumption.${found}`),
  emailProof: (code) => oneOf(['off', 'required'] as const, code, (choice) => `audit.code.${choice}`),
  method: (code) => oneOf(['password', 'totp', 'backup_code'] as const, code, (way) => `audit.code.${way}`),
  changed: (code) => oneOf(canvasAnswers, code, (answer) => `audit.answer.${answer}`),
};

const tiers = ['funnel', 'ordinary', 'paid', 'holding', 'campaign', 'lecture'] as const;
const lives = ['new', 'growing', 'mature', 'declining', 'dead', 'dissolved'] as const;
const canvasAnswers = [
  'fit',
  'whyCreate',
  'whyJoin',
  'pains',
  'sharedValues',
  'value',
  'targetPerson',
  'goals',
  'manifesto',
  'vision',
] as const;

function oneOf<Code extends string>(
  all: readonly Code[],
  code: string,
  keyOf: (code: Code) => ConsoleKey,
): ConsoleKey | undefined {
  const known = all.find((one) => one === code);
  return known === undefined ? undefined : keyOf(known);
}
