import type { RuleItem } from '../../../data/rules.ts';
import { useText } from '../../../text.ts';
import { ruleParts } from './rule-draft.ts';

/** Rules with their parts, numbered; `isGuardShown` names the checks that watch over each. */
export function RuleLines({ items, className, isGuardShown = false }: RuleLinesProps) {
  const t = useText();
  return (
    <ol className={className}>
      {items.map((item, at) => (
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
            {isGuardShown && item.watchedBy.length > 0 && (
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
  );
}

interface RuleLinesProps {
  items: readonly RuleItem[];
  className: string;
  isGuardShown?: boolean;
}
