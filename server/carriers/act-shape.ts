/**
 * Acts as they are asked for: one strict shape for each op. `actInput` is what operators may send through the API;
 * acts on messages come from `messages`, which records first.
 */
import { z } from 'zod';
import { cleanLine, cleanText } from './clean.ts';

const id = z.uuid();
const on = z.boolean();
const line = (longest: number) => z.string().transform(cleanLine).pipe(z.string().min(1).max(longest));
const text = (longest: number) => z.string().transform(cleanText).pipe(z.string().max(longest));
const reason = text(200).optional();

/** Shortest and longest mute that can be asked for. */
export const muteSeconds = { least: 60, most: 30 * 86_400 } as const;

/** Longest pause between two posts of one member. */
export const slowestSeconds = 6 * 3600;

const memberActs = [
  z.strictObject({
    op: z.literal('mute'),
    identityId: id,
    seconds: z.int().min(muteSeconds.least).max(muteSeconds.most),
    reason,
  }),
  z.strictObject({ op: z.literal('unmute'), identityId: id }),
  z.strictObject({ op: z.literal('kick'), identityId: id, reason }),
  z.strictObject({ op: z.literal('ban'), identityId: id, reason }),
  z.strictObject({ op: z.literal('unban'), identityId: id }),
  z.strictObject({ op: z.literal('setRole'), identityId: id, role: z.enum(['member', 'steward', 'admin']) }),
  z.strictObject({ op: z.literal('transferOwner'), identityId: id }),
  z.strictObject({ op: z.literal('sendPrivate'), identityId: id, text: text(1000).pipe(z.string().min(1)) }),
  z.strictObject({ op: z.literal('approveJoin'), applicationId: id }),
  z.strictObject({ op: z.literal('declineJoin'), applicationId: id, reason }),
] as const;

const groupActs = [
  z.strictObject({ op: z.literal('muteAll'), on }),
  z.strictObject({ op: z.literal('slowMode'), seconds: z.int().min(0).max(slowestSeconds) }),
  z.strictObject({ op: z.literal('setName'), name: line(40) }),
  z.strictObject({ op: z.literal('lockName'), on }),
  z.strictObject({ op: z.literal('setNotice'), text: text(2000) }),
  z.strictObject({ op: z.literal('setAvatar'), pictureId: id.nullable() }),
  z.strictObject({ op: z.literal('allowPrivateAdd'), on }),
  z.strictObject({ op: z.literal('inviteLink'), channel: line(40).default('invite') }),
  z.strictObject({ op: z.literal('listMembers') }),
  z.strictObject({ op: z.literal('createGroup'), name: line(40), capacity: z.int().min(2).max(100_000).optional() }),
  z.strictObject({ op: z.literal('dissolve') }),
] as const;

/** What operators may ask for. */
export const actInput = z.discriminatedUnion('op', [...memberActs, ...groupActs]);

/** An act on a message; recorded by `messages` before a platform hears of it. */
export type MessageAct =
  | { op: 'send'; messageId: string; kind: string; text: string; pictureIds: string[]; mentions: string[] }
  | { op: 'edit'; messageId: string; text: string }
  | { op: 'recall' | 'pin' | 'unpin'; messageId: string; excerpt: string }
  | { op: 'react'; messageId: string; key: string; on: boolean; excerpt: string };

/** Anything that can be asked of a platform, with its arguments. */
export type Act = z.output<typeof actInput> | MessageAct;

/**
 * What some ops need beside `carriers.act`: the right that the routes of other modules ask for the same thing, so that an act
 * is no way around it, neither for a role nor for the scopes of a token.
 */
export const furtherPermissions: Readonly<Partial<Record<Act['op'], string>>> = {
  setRole: 'carriers.manage',
  transferOwner: 'carriers.manage',
  createGroup: 'carriers.manage',
  dissolve: 'carriers.manage',
  setName: 'groups.manage',
  setAvatar: 'groups.manage',
  inviteLink: 'groups.manage',
  listMembers: 'people.read',
};
