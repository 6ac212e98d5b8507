/** Links and ways to be reached outside the group: phone, WeChat, QQ, Telegram, mail. */

import { kind, kindsOf } from './kinds.ts';

/** A link: with a scheme, with www, or a bare name under a well-known top-level domain followed by no further letter. */
export const linkPattern =
  /(?:https?|ftp):\/\/[^\s\u3000-\u303f\u4e00-\u9fff\uff00-\uffef"'<>]+|www\.[^\s\u3000-\u303f\u4e00-\u9fff\uff00-\uffef"'<>]+|(?<![a-z0-9@_.-])[a-z0-9][a-z0-9-]{0,40}(?:\.[a-z0-9-]{1,40})*\.(?:com|net|org|cn|top|xyz|vip|cc|io|me|tv|club|shop|info|site|online|live|link|app|ly|tk|icu|fun|pro|biz|pw)(?![a-z0-9-])(?:[/?][^\s\u3000-\u303f\u4e00-\u9fff\uff00-\uffef"'<>]*)?/g;

const mightLink = /:\/\/|\.[a-z]/;
const threeDigits = /\d{3}/;
const latinOrDigit = /[a-z0-9]{4}/;
const phone = /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/;
const mail = /[a-z0-9._+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/;
const account =
  /(?:微信|薇信|威信|维信|v信|weixin|wechat|(?<![a-z])(?:vx|wx|qq|tg|telegram|whatsapp|line ?id|v(?=[:]|(?<=[加+\u4e00-\u9fff] ?v)))(?![a-z])|扣扣|企鹅|电报|飞机)(?:号码?|群|id)?[ :是为=→\-_]{0,3}@?(?=[a-z_-]*\d|[a-z]{3,}[_-])[a-z0-9][a-z0-9_-]{4,19}/;
const handle = /(?<![a-z0-9.])(?:t|telegram)\.me\/\+?\w{4,}|(?:tg|telegram|电报|飞机)[ :]*@\w{4,}/;

/** What a text holds besides words. */
export interface TextContacts {
  links: number;
  hasContact: boolean;
  /** The text without its links. */
  rest: string;
}

/** Finds links and contacts in a folded text. */
export function readContacts(folded: string, kinds: number = kindsOf(folded)): TextContacts {
  let links = 0;
  let rest = folded;
  if (kinds & kind.link && mightLink.test(folded)) {
    rest = folded.replace(linkPattern, () => {
      links++;
      return ' ';
    });
  }
  return { links, rest, hasContact: hasContact(folded, kinds) };
}

function hasContact(folded: string, kinds: number): boolean {
  const hasLatin = (kinds & kind.latin) !== 0;
  return (
    ((kinds & kind.digit) !== 0 && threeDigits.test(folded) && phone.test(folded)) ||
    ((kinds & kind.at) !== 0 && (mail.test(folded) || handle.test(folded))) ||
    ((hasLatin || (kinds & kind.digit) !== 0) && latinOrDigit.test(folded) && account.test(folded)) ||
    (hasLatin && folded.includes('.me/') && handle.test(folded))
  );
}
