/** Texts that are made to stop a check, for tests and measurements: each is looked at like any other. */

/** Longest line that a carrier could hand over. */
const line = 200_000;

/** Hostile texts by what they try. */
export const hostileTexts: Readonly<Record<string, string>> = {
  longLine: '加微信'.repeat(Math.ceil(line / 3)),
  longLatinLine: 'a'.repeat(line),
  brokenSurrogates: '\ud83d\ud83d\udc00\udc00'.repeat(1000),
  nestedEmoji: '👩‍👩‍👧‍👦🏿‍'.repeat(10_000 / 8),
  zeroWidth: `加${'\u200b\u200c\u200d\u2060\ufeff'.repeat(780)}微信`,
  rightToLeft: `${'\u202e\u202d\u2066\u2069'.repeat(900)}moc.live`,
  combining: `z${'\u0301\u0323\u034f'.repeat(1300)}`,
  dots: `${'a.'.repeat(1990)}com`,
  schemes: 'http://'.repeat(560),
  ats: '@a'.repeat(1990),
  digits: '1 3 8 0 '.repeat(490),
  chineseDigits: '一三八零'.repeat(990),
  invitations: '感兴趣的的的的的的的'.repeat(390),
  accounts: 'vx:a-'.repeat(790),
  cards: '#小程序://'.repeat(560),
  marks: '！？'.repeat(1990),
  emptyLines: '\n \t'.repeat(1300),
  list: '1.\n'.repeat(1300),
  nullBytes: '\u0000加\u0000微'.repeat(990),
  tags: [...'加微信']
    .map((sign) => `&#${sign.codePointAt(0)};`)
    .join('')
    .repeat(160),
  base64: '5Yqg5b6u5L+h'.repeat(330),
};
