/** What a QR code in a picture is for, by what it holds. Pure. */
import { linkPattern, foldText } from '../../../lib/text/index.ts';
import { hostOf, isHostIn } from '../checks/hosts.ts';

/**
 * `person`: somebody to add elsewhere; `group`: a group elsewhere; `payment`: money; `link`: a page that is not on the list; `text`:
 * words. `harmless`: our own pages and allowed ones, a ticket, a network, a parcel.
 */
export const codeKinds = ['person', 'group', 'payment', 'link', 'text', 'harmless'] as const;

/** One of them. */
export type CodeKind = (typeof codeKinds)[number];

const payment =
  /^(?:wxp:|weixin:\/\/wxpay|alipays?:|alipayqr:|(?:bitcoin|ethereum|tron|litecoin|solana|usdt):|upi:|https?:\/\/(?:qr\.alipay\.com|ds\.alipay\.com|mobilecodec\.alipay\.com|payapp\.weixin\.qq\.com|wx\.tenpay\.com|pay\.weixin\.qq\.com|i\.qianbao\.qq\.com|qr\.95516\.com|qr\.chinaums\.com|(?:www\.)?paypal\.(?:me|com\/(?:paypalme|qrcodes))|qr\.wechatpay)(?:[/?]|$))|^[a-z0-9.+/]{0,8}0002010102(?:11|12)/i;
const wallet = /^(?:t[1-9a-hj-np-z]{33}|0x[0-9a-f]{40}|bc1[02-9ac-hj-np-z]{25,60}|[13][1-9a-hj-np-z]{25,34})$/i;
const group =
  /^(?:https?:\/\/(?:weixin\.qq\.com\/g\/|work\.weixin\.qq\.com\/(?:gm|u\/g|wework_admin\/external_room)|qm\.qq\.com\/cgi-bin\/qm\/qr|jq\.qq\.com\/|qun\.qq\.com\/|(?:t|telegram)\.me\/(?:\+|joinchat\/)|chat\.whatsapp\.com\/|line\.me\/(?:r\/)?ti\/g|discord(?:\.gg|\.com\/invite)\/|qr\.dingtalk\.com\/|applink\.feishu\.cn\/client\/chat)|tg:\/\/join)/i;
const person =
  /^(?:https?:\/\/(?:u\.wechat\.com|weixin\.qq\.com\/r\/|mp\.weixin\.qq\.com\/a\/|work\.weixin\.qq\.com\/(?:ca|kfid|u)\/|qm\.qq\.com\/q\/|wpa\.qq\.com\/|(?:t|telegram)\.me\/|wa\.me\/|api\.whatsapp\.com\/|line\.me\/(?:r\/)?ti\/p|lin\.ee\/|v\.douyin\.com\/|signal\.me\/)|tg:\/\/resolve|mecard:|begin:vcard|tel:|smsto?:|mailto:|weixin:\/\/contacts)/i;
const everyday =
  /^(?:wifi:|begin:vevent|geo:|otpauth:|hc1:|[0-9]{6,20}$|[a-z]{2}[0-9]{9}[a-z]{2}$|(?:sf|jd|yt|zto|sto|ems)[a-z]?[0-9]{8,18}$)/i;

/** What a code is for. Hosts that are allowed are, and what hides behind them is not asked. */
export function kindOfCode(content: string, allowedHosts: ReadonlySet<string>): CodeKind {
  const said = content.trim();
  if (said === '' || everyday.test(said)) return 'harmless';
  if (payment.test(said) || wallet.test(said)) return 'payment';
  const link = linkOf(said);
  if (link !== null && isHostIn(hostOf(link), allowedHosts)) return 'harmless';
  if (group.test(said)) return 'group';
  if (person.test(said)) return 'person';
  return link === null ? 'text' : 'link';
}

/** The link that a code is as a whole. */
function linkOf(said: string): string | null {
  if (/^[a-z][a-z0-9+.-]{1,20}:\/\/\S+$/i.test(said)) return said;
  const [bare] = foldText(said).match(linkPattern) ?? [];
  return bare !== undefined && bare.length >= 0.8 * said.length ? bare : null;
}
