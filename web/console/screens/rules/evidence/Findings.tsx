import type { CaseDetail, Evidence } from '../../../data/rules.ts';
import { useText } from '../../../text.ts';
import type { ConsoleKey, Say } from '../../../text.ts';
import { isAskedFor, sayFinding, sayScore } from './found.ts';
import { markText } from './marks.ts';
import './evidence.css';

const cueNames: ReadonlySet<string> = new Set([
  'income',
  'gambling',
  'sex',
  'loan',
  'goods',
  'papers',
  'traffic',
  'finance',
  'offer',
  'call',
  'assurance',
  'strong',
  'services',
  'asksForContact',
  'namesAccount',
  'hidesContact',
  'addsAccount',
  'phone',
  'splitsDigits',
  'splitsWords',
  'oddLink',
  'link',
  'account',
  'handle',
  'gift',
  'money',
  'disguised',
  'wording',
]);

/** A text with the places that the findings point at. */
export function MarkedText({ text, evidence }: { text: string; evidence: readonly Evidence[] }) {
  return (
    <p className="words marked">
      {markText(text, evidence).map(({ text: part, finding }, index) =>
        finding === null ? (
          part
        ) : (
          <mark key={index} className={`f${finding % 3}`}>
            {part}
            {evidence.length > 1 && <sup aria-hidden="true">{finding + 1}</sup>}
          </mark>
        ),
      )}
    </p>
  );
}

/** Each finding with its weight, and why the wording looks like an advertisement. */
export function Findings({ evidence, reading }: { evidence: readonly Evidence[]; reading: CaseDetail['reading'] }) {
  const t = useText();
  return (
    <ol className="findings">
      {evidence.map((one, index) => (
        <li key={index}>
          {evidence.length > 1 && <span className={`fn f${index % 3}`}>{index + 1}</span>}
          <span className="grow">
            {sayFinding(t, one)}
            {one.check === 'codes' && <Codes one={one} />}
            {one.mode === 'dry' && <span className="tag o">{t('rules.mode.dry')}</span>}
            {one.check === 'ads' && reading && reading.cues.length > 0 && (
              <span className="xs c3 cues">{sayCues(t, reading.cues)}</span>
            )}
          </span>
          {!isAskedFor(one) && (
            <>
              <span className="bar" aria-hidden="true">
                <i style={{ width: `${Math.round(one.score * 100)}%` }} />
              </span>
              <b className="nw">{sayScore(one.score)}</b>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

const codeKinds = ['person', 'group', 'payment', 'link', 'text'] as const;

/** What the codes of a picture hold, word for word and not to be pressed: whoever decides should read it first. */
function Codes({ one: { words, kinds = [] } }: { one: Evidence }) {
  const t = useText();
  return (
    <ul className="codes">
      {words.map((content, index) => {
        const kind = codeKinds.find((name) => kinds[index] === name);
        return (
          <li key={index}>
            {kind && <span className="tag">{t(`rules.code.${kind}`)}</span>} <code className="s words">{content}</code>
          </li>
        );
      })}
    </ul>
  );
}

/** The reasons of an advertisement in words; a reason without words of its own is left out. */
export function sayCues(t: Say, cues: readonly string[]): string {
  return cues
    .filter((cue) => cueNames.has(cue))
    .map((cue) => t(`rules.cue.${cue}` as ConsoleKey))
    .join(t('rules.comma'));
}
