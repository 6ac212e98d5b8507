/** The first Chinese characters of each letter in the order of pinyin; i, u and v begin no syllable. */
const firsts = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥扨它穵夕丫帀';
const letters = 'abcdefghjklmnopqrstwxyz';
const order = new Intl.Collator('zh-CN-u-co-pinyin');
const han = /\p{Script=Han}/u;

/** The letters with which the syllables of a text begin (砂锅 → sg); Latin letters and digits stay, everything else is left out. */
export function readInitials(text: string): string {
  let found = '';
  for (const character of text.toLowerCase()) {
    if (han.test(character)) found += initialOf(character);
    else if (/[a-z0-9]/.test(character)) found += character;
  }
  return found;
}

function initialOf(character: string): string {
  let at = -1;
  for (const first of firsts) {
    if (order.compare(first, character) > 0) break;
    at += 1;
  }
  return letters[at] ?? '';
}
