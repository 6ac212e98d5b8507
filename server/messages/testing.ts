/** What the tests of the talk need: a group with phones in it, an operator, and short ways to speak and to read. */
import type { Message } from '../carriers/index.ts';
import { carriersModule } from '../carriers/module.ts';
import { createGroup, setGroupState } from '../groups/index.ts';
import { modules as listed } from '../modules.ts';
import { setMemberRole, type MemberRole } from '../people/index.ts';
import { comeIn, openPlace, type Phone, type Place } from '../people/testing.ts';
import { inTransaction } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { testApp, type TestAnswer, type TestApp } from '../platform/testing.ts';
import type { ModuleDefinition } from '../platform/module.ts';
import { messagesModule } from './module.ts';

/** A group in which somebody talks. */
export interface Talk extends Place {
  app: TestApp;
  base: string;
  team: string;
  owner: TestApp extends { operator: (...given: never[]) => Promise<infer Operator> } ? Operator : never;
}

/** The app with this module and those before it, and modules that a test adds. */
export async function openTalkApp(more: readonly ModuleDefinition[] = []): Promise<TestApp> {
  const missing = [carriersModule, messagesModule].filter((module) => !listed.some(({ name }) => name === module.name));
  return testApp({ modules: [...listed, ...missing, ...more] });
}

/** Founds a community with a group; `carrier` other than `web` makes a group on another platform. */
export async function openTalk(app: TestApp, wish: { carrier?: string } = {}): Promise<Talk> {
  const place = await openPlace(app);
  let { groupId } = place;
  if (wish.carrier) {
    const { communityId } = place;
    const group = {
      communityId,
      name: '微信·家常菜',
      tier: 'ordinary',
      carrier: wish.carrier,
      externalId: newId(),
    } as const;
    groupId = (await createGroup(app.ctx, group)).id;
  }
  const owner = await app.operator('owner', place.communityId);
  const team = `/api/communities/${place.communityId}/groups/${groupId}`;
  return { ...place, groupId, app, owner, base: `/api/member/groups/${groupId}`, team };
}

/** Somebody comes in; with a role other than member, as team. */
export async function enter(talk: Talk, name: string, role: MemberRole = 'member'): Promise<Phone> {
  const phone = await comeIn(talk.app, talk, name);
  const { communityId, groupId } = talk;
  if (role !== 'member')
    await setMemberRole(talk.app.ctx, { communityId, groupId, identityId: phone.identityId, role });
  return phone;
}

/** Says something; the answer as it is. */
export async function say(talk: Talk, phone: Phone, what: string | Record<string, unknown>): Promise<TestAnswer> {
  const body = typeof what === 'string' ? { clientId: newId(), text: what } : { clientId: newId(), ...what };
  return talk.app.request('POST', `${talk.base}/messages`, { as: phone.actor, body });
}

/** Says something that must be recorded. */
export async function said(talk: Talk, phone: Phone, what: string | Record<string, unknown>): Promise<Message> {
  const answer = await say(talk, phone, what);
  if (answer.status !== 201) throw new Error(`not recorded: ${answer.status} ${answer.text}`);
  return (answer.body as { message: Message }).message;
}

/** Reads something as a phone. */
export async function read(talk: Talk, phone: Phone, path: string): Promise<TestAnswer> {
  return talk.app.request('GET', `${talk.base}${path}`, { as: phone.actor });
}

/** Writes something as a phone. */
export async function write(
  talk: Talk,
  phone: Phone,
  request: { method: string; path: string; body?: unknown },
): Promise<TestAnswer> {
  const { method, path, body } = request;
  return talk.app.request(method, `${talk.base}${path}`, { as: phone.actor, ...(body === undefined ? {} : { body }) });
}

/** Lets the team do something with the group. */
export async function moderate(talk: Talk, act: Record<string, unknown>): Promise<TestAnswer> {
  return talk.app.request('POST', `${talk.team}/acts`, { as: talk.owner, body: act });
}

/** Changes the state of the room without going through an operator. */
export async function hold(talk: Talk, patch: Parameters<typeof setGroupState>[2]): Promise<void> {
  await inTransaction(talk.app.ctx, (ctx) => setGroupState(ctx, talk.groupId, patch));
}
