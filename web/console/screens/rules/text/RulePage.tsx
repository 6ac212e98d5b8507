import { Button } from 'antd';
import { checks } from '../../../data/rules.ts';
import type { RuleText } from '../../../data/rules.ts';
import { useText } from '../../../text.ts';
import { useNameOf } from '../useNameOf.ts';
import { RuleLines } from './RuleLines.tsx';
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
      <RuleLines items={text.items} className="rule-page" isGuardShown />
      {open.length > 0 && (
        <p className="xs c3 rule-open">
          {t('rules.unguarded', { checks: open.map((check) => t(`rules.check.${check}`)).join(t('rules.comma')) })}
        </p>
      )}
    </article>
  );
}
