/**
 * The story that every driver must play, op by op, whatever platform is behind it. A driver's test sets up a `Stage` on its own
 * (stateful fake of its) platform and calls `playConformance`; what a platform cannot do must be said before it is asked.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Op, Refusal } from './contract.ts';
import { ops } from './contract.ts';

/** What an act was answered. */
export type Played =
  { how: 'native' | 'emulated' | 'human'; value?: unknown } | { refused: Refusal | 'not_allowed' | string };

/** What the platform shows after an act: what a member looking at the group would see. */
export interface Scene {
  name: string;
  notice: string | null;
  mutedAll: boolean;
  slowModeSeconds: number;
  nameLocked: boolean;
  privateAdding: boolean;
  dissolved: boolean;
  /** Names of those who are in the group. */
  members: string[];
  roles: Record<string, string>;
  /** Texts that can be read, oldest first; recalled ones are absent. */
  texts: string[];
  pinned: string[];
}

/** A group on a platform, with three members: 小兰, 阿波, Ann. */
export interface Stage {
  /** Asks for an act as the team; where people carry it out, they have done it when this resolves. */
  act(op: Op, args?: Record<string, unknown>): Promise<Played>;
  abilities(): Promise<Record<Op, string>>;
  /** The identity of somebody by name. */
  identityOf(name: string): string;
  /** Somebody says something on the platform; false when the platform does not let them. */
  say(name: string, text: string, eventId?: string): Promise<boolean>;
  /** The team says something, speaking to somebody; gives the message's id. */
  send(text: string, mention?: string): Promise<string>;
  /** The team takes a message back, changes it, pins it. */
  onMessage(op: 'recall' | 'edit' | 'pin' | 'unpin', text: string, change?: string): Promise<void>;
  /** Somebody who was removed asks to come back; true when they are in again. */
  comeBack(name: string): Promise<boolean>;
  /** An ordinary member tries an act that is the team's. */
  actAsMember(name: string, op: Op, args: Record<string, unknown>): Promise<boolean>;
  look(): Promise<Scene>;
}

interface SceneOfStory {
  what: string;
  play: (stage: Stage) => Promise<void>;
}

const story: readonly SceneOfStory[] = [
  {
    what: 'every op has an ability, and what is unsupported is refused',
    play: async (stage) => {
      const abilities = await stage.abilities();
      assert.deepEqual(Object.keys(abilities).toSorted(), [...ops].toSorted());
      for (const op of ops) assert.match(abilities[op], /^(native|emulated|human|unsupported)$/);
      if (abilities.slowMode === 'unsupported') assert.ok('refused' in (await stage.act('slowMode', { seconds: 10 })));
    },
  },

  {
    what: 'a welcome reaches the group and speaks to the newcomer',
    play: async (stage) => {
      await stage.send('欢迎 @小兰 ，先看看群公告', '小兰');
      assert.deepEqual((await stage.look()).texts, ['欢迎 @小兰 ，先看看群公告']);
    },
  },

  {
    what: 'an advertisement is taken back',
    play: async (stage) => {
      await stage.say('阿波', '加我领红包');
      await stage.say('小兰', '早上好');
      await stage.onMessage('recall', '加我领红包');
      assert.deepEqual((await stage.look()).texts, ['早上好']);
    },
  },

  {
    what: 'a duplicate event is one message, and a repeat of another text is not',
    play: async (stage) => {
      await stage.say('小兰', '说一次', 'event-0000-1');
      await stage.say('小兰', '说一次', 'event-0000-1');
      await stage.say('小兰', '说一次', 'event-0000-2');
      assert.deepEqual((await stage.look()).texts, ['说一次', '说一次']);
    },
  },

  {
    what: 'a muted member is held back until the mute is lifted',
    play: async (stage) => {
      const identityId = stage.identityOf('阿波');
      must(await stage.act('mute', { identityId, seconds: 600 }));
      assert.equal(await stage.say('阿波', '我还说'), false);
      assert.equal(await stage.say('小兰', '我能说'), true);
      must(await stage.act('unmute', { identityId }));
      assert.equal(await stage.say('阿波', '我又能说了'), true);
    },
  },

  {
    what: 'mute-all holds members back, not the team',
    play: async (stage) => {
      must(await stage.act('muteAll', { on: true }));
      assert.equal((await stage.look()).mutedAll, true);
      assert.equal(await stage.say('小兰', '安静'), false);
      await stage.send('通知一件事');
      must(await stage.act('muteAll', { on: false }));
      assert.equal(await stage.say('小兰', '好了'), true);
    },
  },

  {
    what: 'who is kicked is out and may come back; who is banned may not, until it is lifted',
    play: async (stage) => {
      const identityId = stage.identityOf('阿波');
      must(await stage.act('kick', { identityId }));
      assert.ok(!(await stage.look()).members.includes('阿波'));
      assert.equal(await stage.comeBack('阿波'), true);
      must(await stage.act('ban', { identityId, reason: '反复发广告' }));
      assert.ok(!(await stage.look()).members.includes('阿波'));
      assert.equal(await stage.comeBack('阿波'), false);
      must(await stage.act('unban', { identityId }));
      assert.equal(await stage.comeBack('阿波'), true);
    },
  },

  {
    what: 'name, notice and rules of the room are as they were set',
    play: async (stage) => {
      must(await stage.act('setName', { name: '灶边二群' }));
      must(await stage.act('setNotice', { text: '周六下午聚会' }));
      must(await stage.act('slowMode', { seconds: 30 }));
      must(await stage.act('lockName', { on: true }));
      must(await stage.act('allowPrivateAdd', { on: true }));
      const { name, notice, slowModeSeconds, nameLocked, privateAdding } = await stage.look();
      assert.deepEqual(
        [name, notice, slowModeSeconds, nameLocked, privateAdding],
        ['灶边二群', '周六下午聚会', 30, true, true],
      );
      must(await stage.act('setNotice', { text: '' }));
      assert.equal((await stage.look()).notice, null);
    },
  },

  {
    what: 'an edit is what is read, a pin stands until it is taken off',
    play: async (stage) => {
      await stage.send('三点开始');
      await stage.onMessage('edit', '三点开始', '改到四点开始');
      await stage.onMessage('pin', '改到四点开始');
      let seen = await stage.look();
      assert.deepEqual([seen.texts, seen.pinned], [['改到四点开始'], ['改到四点开始']]);
      await stage.onMessage('unpin', '改到四点开始');
      seen = await stage.look();
      assert.deepEqual(seen.pinned, []);
    },
  },

  {
    what: 'roles change, the group is handed over, and its owner and admins are out of reach',
    play: async (stage) => {
      const [lan, bo] = [stage.identityOf('小兰'), stage.identityOf('阿波')];
      must(await stage.act('setRole', { identityId: bo, role: 'steward' }));
      must(await stage.act('transferOwner', { identityId: lan }));
      const { roles } = await stage.look();
      assert.deepEqual([roles['小兰'], roles['阿波'], roles.Ann], ['owner', 'steward', 'member']);
      for (const op of ['kick', 'ban'] as const) {
        const played = await stage.act(op, { identityId: lan, reason: '' });
        if ('how' in played && played.how === 'human') continue;
        assert.deepEqual(played, { refused: 'protected' }, op);
      }
      assert.ok((await stage.look()).members.includes('小兰'));
    },
  },

  {
    what: "ordinary members cannot do what is the team's",
    play: async (stage) => {
      await stage.say('小兰', '一句话');
      const identityId = stage.identityOf('小兰');
      assert.equal(await stage.actAsMember('Ann', 'kick', { identityId }), false);
      assert.equal(await stage.actAsMember('Ann', 'muteAll', { on: true }), false);
      const { members, mutedAll } = await stage.look();
      assert.deepEqual([members.includes('小兰'), mutedAll], [true, false]);
    },
  },

  {
    what: 'somebody who is not there cannot be acted on',
    play: async (stage) => {
      const played = await stage.act('mute', { identityId: '01900000-0000-7000-8000-000000000000', seconds: 60 });
      assert.ok(('how' in played && played.how === 'human') || 'refused' in played, JSON.stringify(played));
    },
  },

  {
    what: 'a dissolved group can be read and nothing more',
    play: async (stage) => {
      await stage.say('小兰', '再见');
      must(await stage.act('dissolve'));
      const { dissolved, texts } = await stage.look();
      assert.deepEqual([dissolved, texts], [true, ['再见']]);
      assert.equal(await stage.say('小兰', '还在吗'), false);
      assert.ok('refused' in (await stage.act('setName', { name: '还能改吗' })));
    },
  },
];

/** Plays the story, every scene on a fresh stage, one test for each. */
export function playConformance(driver: string, open: () => Promise<Stage>): void {
  for (const { what, play } of story) void test(`${driver}: ${what}`, async () => play(await open()));
}

function must(played: Played): void {
  assert.ok('how' in played, `refused: ${JSON.stringify(played)}`);
}
