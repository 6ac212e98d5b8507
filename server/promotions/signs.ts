/**
 * What gives a promotion away besides its wording: links to pay and to shop, mini-program cards, coupon codes, lists in which goods with a
 * price are ordered. The hosts are data (`signs.json`), a community adds its own and takes others out.
 */
import { foldText, linkPattern } from '../../lib/text/index.ts';
import known from './signs.json' with { type: 'json' };

/** The kinds of signs. */
export const signKinds = ['payment', 'shop', 'groupBuy', 'miniProgram', 'coupon', 'orderList'] as const;

/** One kind. */
export type SignKind = (typeof signKinds)[number];

/** Something that was found, with the little of the text that shows it. */
export interface Sign {
  sign: SignKind | 'label' | 'wording' | 'taught';
  words: string[];
}

/** What a community has decided about signs. */
export interface SignList {
  /** Kinds that say nothing here. */
  ignoredKinds: readonly SignKind[];
  /** Hosts of shops beside the known ones, and known ones that are none. */
  shopHosts: readonly string[];
  ignoredHosts: readonly string[];
}

const hostKinds = ['payment', 'groupBuy', 'miniProgram', 'shop'] as const;
const knownHosts: ReadonlyMap<string, SignKind> = new Map(
  hostKinds.flatMap((kind) => known[kind].map((host) => [host, kind] as const)),
);

/** The hosts that are known to all, by kind, for the settings. */
export const hostsByKind: Readonly<Record<(typeof hostKinds)[number], readonly string[]>> = known;

// `#小程序://店名/页面`, and the line that stands for a card in talk that was carried over.
const card = /#(?:小程序|小程式):\/\/|\[(?:小程序|小程式)\]|weixin:\/\/dl\/business/;
const coupon = /[¥￥$€£₤₳](?=[a-z]*\d|\d*[a-z])[a-z0-9]{8,13}[¥￥$€£₤₳]/;
const orderList = /^\s*#(?:接龙|接龍)/;
const price = /(?:[¥￥]\s?\d)|\d\s?(?:元|块钱|塊錢|块\/|塊\/|rmb)/;
const longest = 4000;

/** The signs of a text, the plainest first. */
export function readSigns(text: string, list: SignList): Sign[] {
  const written = text.slice(0, longest);
  const folded = foldText(written);
  const found = new Map<SignKind, Set<string>>();
  const add = (kind: SignKind, words: string) => {
    if (list.ignoredKinds.includes(kind)) return;
    found.set(kind, (found.get(kind) ?? new Set()).add(words));
  };
  for (const [link] of folded.matchAll(linkPattern)) {
    const host = hostOf(link);
    const kind = kindOf(host, list);
    if (kind) add(kind, host);
  }
  if (card.test(written) || card.test(folded)) add('miniProgram', '');
  if (coupon.test(folded)) add('coupon', '');
  const [priced] = price.exec(folded) ?? [];
  if (priced !== undefined && orderList.test(written)) add('orderList', priced);
  return [...found].map(([sign, words]) => ({ sign, words: [...words].filter((word) => word !== '').slice(0, 5) }));
}

function kindOf(host: string, list: SignList): SignKind | null {
  for (let rest = host; ; rest = rest.slice(rest.indexOf('.') + 1)) {
    if (list.ignoredHosts.includes(rest)) return null;
    if (list.shopHosts.includes(rest)) return 'shop';
    const kind = knownHosts.get(rest);
    if (kind) return kind;
    if (!rest.includes('.')) return null;
  }
}

function hostOf(link: string): string {
  const bare = link.replace(/^[a-z]+:\/\//, '').replace(/^[^/?#]*@/, '');
  return bare.replace(/[:/?#].*$/s, '').replace(/\.+$/, '');
}
