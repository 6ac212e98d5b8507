import { Button } from 'antd';
import { checks } from '../../data/rules.ts';
import type { RuleText } from '../../data/rules.ts';
import { useText } from '../../text.ts';
import { useNameOf } from './useNameOf.ts';
import { ruleParts } from './rule-draft.ts';
import { useVersionLine } from './version-words.ts';

/** The rules in force to read, with what watches over each. */
export function RulePage({ text, onEdit }: { text: RuleText; onEdit: (() => void) | undefined }) {
  const t = useText();
  const nameOf = useNameOf();
  const line = useVersionLine();
  const guarded = new Set(text.items.flatMap(({ watchedBy }) => watchedBy));
  const open = checks.filter((check) => !guarded.has(check));
  return (
    <article className="card">
      <div className="ch">
        <h2>{t('rules.version', { version: text.version })}</h2>
        <span className="cnt">{line(text, nameOf(text.publishedBy ?? null))}</span>
        {onEdit && (
          <Button className="more" type="primary" onClick={onEdit}>
            {t('rules.edit')}
          </Button>
        )}
      </div>
      {text.tone && <p className="rule-tone song">{text.tone}</p>}
      <ol className="rule-page">
        {text.items.map((item, at) => (
          <li key={item.key}>
            <span className="rule-no song">{at + 1}</span>
            <div className="grow">
              <h3>{item.name}</h3>
              {ruleParts.map((part) =>
                item[part] ? (
                  <p key={part} className="s">
                    <span className="c3">{t(`rules.part.${part}`)}</span> {item[part]}
                  </p>
                ) : null,
              )}
              {item.watchedBy.length > 0 && (
                <div className="row wrap">
                  {item.watchedBy.map((check) => (
                    <span key={check} className="tag">
                      {t(`rules.check.${check}`)}
                    </span>
                  ))}
                </div>
              )}
            </div>
          </li>
        ))}
      </ol>
      {open.length > 0 && (
        <p className="xs c3 rule-open">
          {t('rules.unguarded', { checks: open.map((check) => t(`rules.check.${check}`)).join(t('rules.comma')) })}
        </p>
      )}
    </article>
  );
}
