/** A community with groups and people in them, made through the API like everything else in life. */
import { randomUUID } from 'node:crypto';
import { createClient, type Client } from '../../e2e/kit/client.ts';
import { operatorAccount } from '../../e2e/kit/story.ts';
import { runInParallel } from './parallel.ts';

/** Where a server is reached, and the secret of its first-run link. */
export interface Reached {
  readonly url: string;
  readonly setupToken: string | undefined;
}

/** Servers of benchmarks believe `x-forwarded-for`, because limits are per address and people come from many. */
export const serverEnvironment = { TRUSTED_PROXIES: '127.0.0.1/32', LOG_LEVEL: 'info' };

/** A group of the place. */
export interface Room {
  id: string;
  /** Cookie headers of its members' phones. */
  cookies: string[];
}

/** What was founded. */
export interface Place {
  operator: Client;
  communityId: string;
  rooms: Room[];
}

/** Founds a community on a fresh server with one group for each number, of so many members. */
export async function foundPlace(server: Reached, sizes: readonly number[]): Promise<Place> {
  const operator = createClient(() => server.url);
  await operator.call('POST', '/api/setup', { token: server.setupToken, ...operatorAccount });
  const community = await operator.call('POST', '/api/communities', {
    name: '晨读打卡',
    kind: 'study-checkin',
    zone: 'Asia/Shanghai',
  });
  const base = `/api/communities/${community.id}`;
  await allowHaste(operator, base);
  const rooms: Room[] = [];
  for (const [at, size] of sizes.entries()) {
    const settings = { name: `晨读 ${at + 1} 群`, carrier: 'web', tier: 'ordinary', capacity: size + 10 };
    const group = await operator.call('POST', `${base}/groups`, settings);
    const link = await operator.call('POST', `${base}/groups/${group.id}/links`, { channel: '朋友圈' });
    rooms.push({ id: group.id, cookies: await letIn(server, { code: link.code, size, from: at * 10_000 }) });
  }
  return { operator, communityId: community.id, rooms };
}

/**
 * Months go by in seconds: the same welcome comes again sooner than in life, and from more people, and hundreds of namesakes join in a minute,
 * which is a wave as it stands in the book. All other checks stay on.
 */
async function allowHaste(operator: Client, base: string): Promise<void> {
  const settings = await operator.call('GET', `${base}/rules/settings`);
  const repeats = { ...settings.repeats, times: 20, people: 50 };
  await operator.call('PUT', `${base}/rules/settings`, {
    ...settings,
    repeats,
    checks: { ...settings.checks, raid: 'off' },
  });
}

async function letIn(server: Reached, door: { code: string; size: number; from: number }): Promise<string[]> {
  const face = await createClient(() => server.url).call('GET', `/api/join/${door.code}`);
  const { version } = face.steps.find((step: { key: string }) => step.key === 'privacy');
  const cookies: string[] = [];
  await runInParallel(door.size, 8, async (at) => {
    const phone = createClient(() => server.url);
    const answers = { name: `书友${door.from + at}`, privacy: { version } };
    const joined = await phone.call(
      'POST',
      `/api/join/${door.code}`,
      { answers },
      {
        'idempotency-key': randomUUID(),
        'x-forwarded-for': addressOf(door.from + at),
      },
    );
    if (joined.state !== 'joined') throw new Error(`not joined: ${JSON.stringify(joined)}`);
    cookies[at] = phone.cookieHeader();
  });
  return cookies;
}

/** Twenty people share an address, as a family or an office does. */
function addressOf(number: number): string {
  const address = Math.floor(number / 20);
  return `198.18.${(address >> 8) & 255}.${address & 255}`;
}
