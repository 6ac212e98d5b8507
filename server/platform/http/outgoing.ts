import { lookup as resolveName, type LookupAddress } from 'node:dns';
import { request } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** What came back; the body is not read. */
export interface OutgoingAnswer {
  status: number;
  retryAfterSeconds: number | null;
}

/** The address leads into a private network, or is no https address. */
export class ForbiddenAddress extends Error {}

/**
 * Posts to an address that somebody else gave us. Only https, only to public addresses (checked on the address that is
 * connected to, so a name that changes its mind helps nobody), no redirects, no body of the answer.
 */
export async function postToStranger(
  url: string,
  message: { headers: Record<string, string>; body: Buffer; timeoutMs?: number },
): Promise<OutgoingAnswer> {
  const target = checkAddress(url);
  const { headers, body, timeoutMs = 10_000 } = message;
  return new Promise((resolve, reject) => {
    const sent = request(
      target,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': body.byteLength },
        lookup: lookUpPublic,
        timeout: timeoutMs,
      },
      (answer) => {
        const retryAfter = Number(answer.headers['retry-after']);
        answer.destroy();
        resolve({
          status: answer.statusCode ?? 0,
          retryAfterSeconds: Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null,
        });
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('timeout')));
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The address as a URL; throws `ForbiddenAddress` for anything but https to a name or a public number. */
export function checkAddress(url: string): URL {
  const target = URL.parse(url);
  if (!target || target.protocol !== 'https:' || target.username !== '' || target.password !== '') {
    throw new ForbiddenAddress('not an https address');
  }
  const host = target.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new ForbiddenAddress('not a public address');
  return target;
}

/** Whether an IP address is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  // An IPv4 address in IPv6 clothes (::ffff:…) is checked against the IPv4 ranges by BlockList itself.
  return isIP(address) !== 0 && !special.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
}

/** Networks that are not the public internet (IANA special-purpose registries). */
const special = new BlockList();
for (const range of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  '::/127',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
]) {
  const [network, prefix] = range.split('/') as [string, string];
  special.addSubnet(network, Number(prefix), network.includes(':') ? 'ipv6' : 'ipv4');
}

/** As `dns.lookup`, but a name with any address that is not public has none. */
const lookUpPublic: LookupFunction = (name, options, done) => {
  resolveName(name, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return done(error, '', 0);
    if (addresses.length === 0 || !addresses.every(({ address }) => isPublicAddress(address))) {
      return done(new ForbiddenAddress(`${name} is not on the public internet`), '', 0);
    }
    if (options.all) return done(null, addresses);
    done(null, addresses[0]!.address, addresses[0]!.family);
  });
};
