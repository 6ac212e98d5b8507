import { BlockList } from 'node:net';
import type { Config } from '../config.ts';

/** What is believed of a request's origin: address of the caller, and the address under which they reached us. */
export interface Origin {
  address: string;
  /** `https://fair.example`, without a trailing slash. */
  url: string;
}

/** Reads origins; X-Forwarded-* headers count only when the direct peer is a trusted proxy. */
export function createOriginReader(config: Pick<Config, 'trustedProxies' | 'publicUrl' | 'port'>) {
  const trusted = readRanges(config.trustedProxies);
  return (headers: Headers, peer: string): Origin => {
    const direct = peer.replace(/^::ffff:/, '');
    const believed = isIn(trusted, direct);
    const forwarded = believed ? clientOf(headers.get('x-forwarded-for'), trusted) : undefined;
    const host = (believed && headers.get('x-forwarded-host')) || headers.get('host') || `localhost:${config.port}`;
    const scheme = (believed && headers.get('x-forwarded-proto')) || 'http';
    return {
      address: forwarded ?? direct,
      url: config.publicUrl ?? `${scheme === 'https' ? 'https' : 'http'}://${host}`,
    };
  };
}

/** The right-most address that is not one of our own proxies: anything left of it may be invented by the client. */
function clientOf(header: string | null, trusted: BlockList): string | undefined {
  const hops = (header ?? '')
    .split(',')
    .map((hop) => hop.trim().replace(/^::ffff:/, ''))
    .filter(Boolean);
  return hops.findLast((hop) => !isIn(trusted, hop)) ?? hops[0];
}

function readRanges(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/');
    const family = address.includes(':') ? 'ipv6' : 'ipv4';
    list.addSubnet(address, prefix === undefined ? (family === 'ipv6' ? 128 : 32) : Number(prefix), family);
  }
  return list;
}

function isIn(list: BlockList, address: string): boolean {
  try {
    return list.check(address, address.includes(':') ? 'ipv6' : 'ipv4');
  } catch {
    return false;
  }
}

/**
 * Whether a browser's request comes from our own pages: Sec-Fetch-Site when the browser sends it, else the Origin
 * header. A request with neither is not from a page of a current browser and is refused where cookies count.
 */
export function isSameOrigin(headers: Headers, origin: Origin): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const from = headers.get('origin');
  if (from === null) return false;
  return from === origin.url || hostOf(from) === headers.get('host');
}

function hostOf(url: string): string | undefined {
  try {
    return new URL(url).host;
  } catch {
    return undefined;
  }
}
