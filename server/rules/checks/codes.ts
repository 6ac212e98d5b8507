import { kindOfCode, type CodeKind } from '../codes/kind.ts';
import { scoreOf } from '../verdict.ts';
import { adsCheck } from './ads.ts';
import type { Check, Evidence } from './check.ts';
import { contactsCheck } from './contacts.ts';
import { termsCheck } from './terms.ts';

/**
 * How unwelcome each kind is by itself: all of them wait when a newcomer shows them; of members only ways to pay and into other groups, all
 * others weigh beside something else.
 */
const scores: Readonly<Record<Exclude<CodeKind, 'harmless' | 'text'>, number>> = {
  payment: 0.7,
  group: 0.7,
  person: 0.6,
  link: 0.55,
};
/** Longest content that is kept as evidence. */
const longest = 300;

/** QR codes in the picture: who is to be added, paid or visited; words in a code are looked at like any others. */
export const codesCheck: Check = {
  name: 'codes',
  look: (spoken, rulebook, memory) => {
    const mode = rulebook.settings.checks.codes;
    if (mode === 'off' || !spoken.codes) return [];
    const found: { kind: CodeKind; score: number; effect: Evidence['effect']; content: string }[] = [];
    for (const content of spoken.codes) {
      const kind = kindOfCode(content, rulebook.allowedHosts);
      if (kind === 'harmless') continue;
      if (kind !== 'text') {
        found.push({ kind, score: scores[kind], effect: 'hold', content });
        continue;
      }
      const inside = { ...spoken, text: content };
      const said = [termsCheck, adsCheck, contactsCheck].flatMap((check) => check.look(inside, rulebook, memory));
      const armed = said.filter((one) => one.mode === 'on');
      const effect = armed.some((one) => one.effect === 'stop') ? 'stop' : 'hold';
      if (armed.length > 0) found.push({ kind, score: Math.min(1, scoreOf(armed)), effect, content });
    }
    if (found.length === 0) return [];
    const isStop = found.some(({ effect }) => effect === 'stop');
    return [
      {
        check: 'codes',
        // One code in a picture is as much as five.
        score: Math.max(...found.map(({ score }) => score)),
        spans: [],
        words: found.map(({ content }) => content.slice(0, longest)),
        kinds: found.map(({ kind }) => kind),
        effect: isStop ? 'stop' : 'hold',
        mode,
        upTo: found.some(({ kind }) => kind === 'text') ? 'core' : 'member',
        rule: null,
      },
    ];
  },
};
