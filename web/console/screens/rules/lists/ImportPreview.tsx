import { Button, Checkbox } from 'antd';
import type { TermPreview } from '../../../data/rule-terms.ts';
import { saveFile, writeTable } from '../../../pieces/save-file.ts';
import { useText } from '../../../text.ts';

interface ImportPreviewProps {
  found: TermPreview;
  skipBroken: boolean;
  onSkip: (skip: boolean) => void;
  /** A line shall be written anew. */
  onFix: (line: number) => void;
}

const counted = ['fresh', 'changed', 'known', 'repeated', 'expired', 'broken'] as const;
const tones: Partial<Record<(typeof counted)[number], string>> = {
  fresh: 'j',
  changed: 'i',
  expired: 'a',
  broken: 'r',
};

/** What would become of the lines: how many of each kind, which they are, and those that are no terms with the reason. */
export function ImportPreview({ found, skipBroken, onSkip, onFix }: ImportPreviewProps) {
  const t = useText();
  return (
    <>
      <p className="row wrap import-counts">
        {counted
          .filter((kind) => found[kind] > 0)
          .map((kind) => (
            <span key={kind} className={`tag ${tones[kind] ?? ''}`}>
              {t(`rules.import.count.${kind}`, { count: found[kind] })}
            </span>
          ))}
      </p>
      {found.broken > 0 && <Broken found={found} skipBroken={skipBroken} onSkip={onSkip} onFix={onFix} />}
      {found.fresh + found.changed === 0 && found.known > 0 && <p className="s c2">{t('rules.import.allThere')}</p>}
      {found.examples.length > 0 && <Examples found={found} />}
    </>
  );
}

function Broken({ found, skipBroken, onSkip, onFix }: ImportPreviewProps) {
  const t = useText();
  const save = () =>
    saveFile(
      `${t('rules.import.brokenFile')}.csv`,
      writeTable(found.lines.map(({ line, text, why }) => [String(line), text, why])),
    );
  return (
    <section className="import-broken" aria-label={t('rules.import.count.broken', { count: found.broken })}>
      <ul>
        {found.lines.map(({ line, text, why }) => (
          <li key={line} className="s">
            <button type="button" className="link" onClick={() => onFix(line)}>
              {t('rules.import.line', { line })}
            </button>
            <span className="words c2">{text}</span>
            <span className="red">{why}</span>
          </li>
        ))}
        {found.broken > found.lines.length && (
          <li className="s c3">{t('rules.andMore', { count: found.broken - found.lines.length })}</li>
        )}
      </ul>
      <p className="row wrap">
        <Checkbox checked={skipBroken} onChange={({ target }) => onSkip(target.checked)}>
          {t('rules.import.skip', { count: found.broken })}
        </Checkbox>
        <Button size="small" type="text" onClick={save}>
          {t('rules.import.saveBroken')}
        </Button>
      </p>
    </section>
  );
}

function Examples({ found: { examples, fresh, changed, known } }: { found: TermPreview }) {
  const t = useText();
  const rest = fresh + changed + known - examples.length;
  return (
    <>
      <ul className="import-lines">
        {examples.map(({ term, comment, expires, state, expired }) => (
          <li key={term}>
            <span className={`tag ${tones[state] ?? ''}`}>{t(`rules.import.state.${state}`)}</span>
            <span className="words">{term}</span>
            {comment !== '' && <span className="s c3 words">{comment}</span>}
            {expires && (
              <span className={expired ? 'tag a' : 'xs c3 nw'}>
                {t(expired ? 'rules.overSince' : 'rules.until', { when: expires })}
              </span>
            )}
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="xs c3">{t('rules.andMore', { count: rest })}</p>}
    </>
  );
}
