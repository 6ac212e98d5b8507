/** What the tests of people need: a community, a group with a link, and phones that join through the door. */
import { createCommunity } from '../communities/index.ts';
import { createGroup, createLink, setGroupState } from '../groups/index.ts';
import { modules } from '../modules.ts';
import type { Actor } from '../platform/auth/actor.ts';
import { inTransaction } from '../platform/context.ts';
import { testApp, type TestAnswer, type TestApp } from '../platform/testing.ts';
import type { ModuleDefinition } from '../platform/module.ts';

/** A community with one group and one link. */
export interface Place {
  communityId: string;
  groupId: string;
  code: string;
}

/** A phone in a test: an actor, and the cookie that it got. */
export interface Phone {
  actor: Actor & { kind: 'device' };
  cookie: string;
  identityId: string;
}

/** Founds a community and opens a group. */
export async function openPlace(
  app: TestApp,
  wish: { capacity?: number; approval?: boolean; name?: string; maxUses?: number } = {},
): Promise<Place> {
  return inTransaction(app.ctx, async (ctx) => {
    const founderId = '0190a0a0-0000-7000-8000-000000000001';
    const community = await createCommunity(ctx, { name: wish.name ?? '灶边', kind: 'interest', founderId });
    const group = await createGroup(ctx, {
      communityId: community.id,
      name: '灶边·家常菜同好会',
      tier: 'ordinary',
      capacity: wish.capacity ?? 200,
    });
    if (wish.approval) await setGroupState(ctx, group.id, { approval: true });
    const link = await createLink(
      ctx,
      { communityId: community.id, groupId: group.id },
      { channel: '门店海报', maxUses: wish.maxUses },
    );
    return { communityId: community.id, groupId: group.id, code: link.code };
  });
}

/** Knocks with answers, as a phone or as somebody new. */
export async function knock(
  app: TestApp,
  code: string,
  request: { answers?: unknown; as?: Phone; headers?: Record<string, string> } = {},
): Promise<TestAnswer> {
  return app.request('POST', `/api/join/${code}`, {
    body: { answers: request.answers ?? {} },
    headers: { 'user-agent': 'Mozilla/5.0 (iPhone) Safari/604.1', ...request.headers },
    ...(request.as ? { as: request.as.actor } : {}),
  });
}

/** Complete answers of somebody new. */
export function answersOf(name: string): { name: string; privacy: { version: number } } {
  return { name, privacy: { version: 1 } };
}

/** The phone that an answer gave its cookie to. */
export async function phoneOf(app: TestApp, answer: TestAnswer): Promise<Phone> {
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const me = await app.request('GET', '/api/member/me', { headers: { cookie } });
  const { deviceId, communities } = me.body as { deviceId: string; communities: { identity: { id: string } }[] };
  return { actor: { kind: 'device', deviceId }, cookie, identityId: communities[0]!.identity.id };
}

/** Somebody new comes in. */
export async function comeIn(app: TestApp, place: Place, name: string): Promise<Phone> {
  return phoneOf(app, await knock(app, place.code, { answers: answersOf(name) }));
}

/** The whole app, and the modules that a test adds. */
export function openApp(more: readonly ModuleDefinition[] = []): Promise<TestApp> {
  return testApp({ modules: [...modules, ...more] });
}
