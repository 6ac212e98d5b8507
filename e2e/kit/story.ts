/** The beginning of every story, through the API: an operator, a community, a group, its entrance, members. */
import { randomUUID } from 'node:crypto';
import { createClient, type Client } from './client.ts';
import type { ServerProcess } from './server-process.ts';

/** Sign-in of the operator of a story. */
export const operatorAccount = { name: '沈青禾', email: 'qinghe@fair.example', password: 'yi-deng-zhu-huo-1' };

/** What a story starts with. */
export interface Fair {
  operator: Client;
  communityId: string;
  groupId: string;
  /** Code of the entrance: `/j/<code>`. */
  code: string;
}

/** Sets up a new server up to a group that people can join; newcomers may link to pages of example.com. */
export async function foundFair(server: () => ServerProcess): Promise<Fair> {
  const operator = createClient(() => server().url);
  await operator.call('POST', '/api/setup', { token: server().setupToken, ...operatorAccount });
  const community = await operator.call('POST', '/api/communities', {
    name: '灶边',
    kind: 'interest',
    zone: 'Asia/Shanghai',
  });
  const base = `/api/communities/${community.id}`;
  await operator.call('PUT', `${base}/rules/settings`, { allowedHosts: ['example.com'] });
  const group = await operator.call('POST', `${base}/groups`, {
    name: '灶边 3 群',
    carrier: 'web',
    tier: 'ordinary',
    capacity: 200,
  });
  const link = await operator.call('POST', `${base}/groups/${group.id}/links`, { channel: '朋友圈' });
  return { operator, communityId: community.id, groupId: group.id, code: link.code };
}

/** Somebody comes in by the entrance, with a phone of their own. */
export async function joinFair(server: () => ServerProcess, fair: Fair, name: string): Promise<Client> {
  const phone = createClient(() => server().url);
  const door = await phone.call('GET', `/api/join/${fair.code}`);
  // What is to be read at the door is read: privacy, and the rules once there are some.
  const notices = door.steps.filter((step: { version?: number }) => step.version !== undefined);
  const read = notices.map(({ key, version }: { key: string; version: number }) => [key, { version }] as const);
  const answers = { name, ...Object.fromEntries(read) };
  const joined = await phone.call('POST', `/api/join/${fair.code}`, { answers }, { 'idempotency-key': randomUUID() });
  if (joined.state !== 'joined') throw new Error(`not joined: ${JSON.stringify(joined)}`);
  return phone;
}

/** Everything that was said in a group, oldest first, as this client sees it. */
export async function readAll(client: Client, groupId: string): Promise<any[]> {
  const messages: any[] = [];
  let after = 0;
  for (;;) {
    const page = await client.call('GET', `/api/member/groups/${groupId}/messages?after=${after}&limit=200`);
    messages.push(...page.items);
    if (page.items.length === 0 || !page.hasMore) return messages;
    after = Math.max(...page.items.map((message: { changedSeq: number }) => message.changedSeq));
  }
}
