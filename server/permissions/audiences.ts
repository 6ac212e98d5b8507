import { teamRoles } from '../platform/auth/permissions.ts';

/** Operators in a browser. `outsider` owns another community. */
export const inBrowser = ['outsider', ...teamRoles, 'installer'] as const;

const above = ['operator', 'admin', 'owner', 'token'] as const;

/** Who is meant by the words of the table. */
export const audiences = {
  anyone: ['anonymous', 'stranger', 'member', 'token', ...inBrowser],
  'any member': ['stranger', 'member'],
  member: ['member'],
  'any operator': ['token', ...inBrowser],
  'any operator in a browser': inBrowser,
  team: [...teamRoles, 'token'],
  /** Everybody of the team but those who only look on. */
  workers: ['planner', 'editor', 'steward', 'moderator', 'business', 'trainer', ...above],
  uploaders: ['planner', 'editor', 'steward', 'moderator', 'business', ...above],
  doers: ['moderator', ...above],
  planners: ['planner', ...above],
  voices: ['editor', 'steward', ...above],
  stewards: ['steward', ...above],
  'stewards and moderators': ['steward', 'moderator', ...above],
  'stewards and business': ['steward', 'business', ...above],
  trainers: ['trainer', ...above],
  business: ['business', ...above],
  /** Who wins and looks after guests, and who may read how to reach them: `operator` stands for daily work. */
  hosts: ['planner', 'business', ...above],
  'hosts in confidence': ['business', 'admin', 'owner', 'token'],
  operators: above,
  admins: ['admin', 'owner', 'token'],
  'admins in a browser': ['admin', 'owner'],
  installers: ['installer'],
  /** Nobody in this walk: the file does not exist. files.test.ts shows who may read one. */
  'reader of the file': [],
} as const satisfies Record<string, readonly Visitor[]>;

/** Everybody who walks. `token` belongs to the owner of this community. */
export const visitors = ['anonymous', 'stranger', 'member', 'token', ...inBrowser] as const;

/** One of them. */
export type Visitor = (typeof visitors)[number];

/** Routes by name with who may call them. */
export type Rows = Readonly<Record<string, keyof typeof audiences>>;
