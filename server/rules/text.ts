/** The rules as members read them: versions, who has read which, and who has to read again. */
import { recordAudit } from '../platform/audit/audit.ts';
import { actorKey } from '../platform/auth/actor.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { newSecret } from '../platform/ids.ts';
import { rulesErrors } from './errors.ts';
import { bumpRevision } from './revision.ts';
import type { RuleItem } from './rule-item.ts';
import {
  insertAcknowledged,
  insertText,
  selectAcknowledged,
  selectRequiredVersion,
  selectText,
  type RuleText,
} from './store/text.ts';

export type { RuleText } from './store/text.ts';

/** What is published; a rule without a key is new. */
export interface TextChange {
  tone: string;
  items: readonly (Omit<RuleItem, 'key'> & { key?: string | undefined })[];
  mustAcknowledgeAgain: boolean;
}

/** The rules in force, undefined when the community has none yet. */
export async function findRuleText(ctx: Ctx, communityId: string): Promise<RuleText | undefined> {
  return selectText(ctx, communityId);
}

/** Puts another version in force; older ones stay, because people have read them. */
export async function publishRules(ctx: Ctx, communityId: string, change: TextChange): Promise<RuleText> {
  return inTransaction(ctx, async (inner) => {
    await bumpRevision(inner, communityId);
    const { tone, mustAcknowledgeAgain } = change;
    const items = change.items.map((item) => ({ ...item, key: item.key ?? newKey() }));
    const text = { tone, items, mustAcknowledgeAgain, publishedAt: inner.now(), publishedBy: actorKey(inner.actor) };
    const version = await insertText(inner, communityId, text);
    await recordAudit(inner, { communityId, action: 'rules.publish_text', detail: { version, mustAcknowledgeAgain } });
    return { version, ...text };
  });
}

/** What an identity still has to read, null when nothing. */
export async function findDueText(ctx: Ctx, communityId: string, identityId: string | null): Promise<RuleText | null> {
  const text = await selectText(ctx, communityId);
  if (!text) return null;
  const read = identityId === null ? [] : await selectAcknowledged(ctx, communityId, [identityId]);
  const newest = read[0]?.version ?? 0;
  return newest >= (await selectRequiredVersion(ctx, communityId))! ? null : text;
}

/** The newest version that an identity has read and when, undefined when none. */
export async function findAcknowledged(
  ctx: Ctx,
  communityId: string,
  identityId: string,
): Promise<{ version: number; at: Date } | undefined> {
  return (await selectAcknowledged(ctx, communityId, [identityId]))[0];
}

/** Notes that the rules were read; throws when another version is in force. */
export async function acknowledgeRules(
  ctx: Ctx,
  who: { communityId: string; identityId: string; version: number },
): Promise<void> {
  const text = await selectText(ctx, who.communityId);
  if (!text) throw rulesErrors.text_missing();
  if (text.version !== who.version) throw rulesErrors.text_outdated({ version: text.version });
  await insertAcknowledged(ctx, who);
}

/** The rules as lines of plain text, for places that show nothing else. */
export function writeRules(ctx: Ctx, { tone, items }: Pick<RuleText, 'tone' | 'items'>): string {
  const parts = ['welcome', 'unwelcome', 'consequence', 'reward', 'reason'] as const;
  const written = items.map((item, at) => {
    const lines = parts
      .filter((part) => item[part] !== '')
      .map((part) => ctx.t(`rules:text.${part}`, { text: item[part] }));
    return [`${at + 1}. ${item.name}`, ...lines].join('\n');
  });
  return [...(tone === '' ? [] : [tone]), ...written].join('\n\n');
}

function newKey(): string {
  return newSecret(6)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, 'x');
}
