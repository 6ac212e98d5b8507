import type { ReactElement } from 'react';
import { useT } from '../texts.ts';
import type { Rules } from './rules.ts';
import './rules.css';

const parts = ['welcome', 'unwelcome', 'consequence', 'reward', 'reason'] as const;

/** The rules one by one: what is welcome, what is not, what follows, and why. */
export function RuleList({ rules }: { rules: Rules }): ReactElement {
  const t = useT();
  return (
    <>
      {rules.tone ? <p className="tone song">{rules.tone}</p> : null}
      <ol className="rule-list">
        {rules.items.map((rule, index) => (
          <li key={rule.key} className="card">
            <h3>
              <span className="n num" aria-hidden="true">
                {index + 1}
              </span>
              {rule.name}
            </h3>
            <dl>
              {parts
                .filter((part) => rule[part] !== '')
                .map((part) => (
                  <div key={part}>
                    <dt className={`tag ${part}`}>{t(`member:rules.${part}`)}</dt>
                    <dd>{rule[part]}</dd>
                  </div>
                ))}
            </dl>
          </li>
        ))}
      </ol>
    </>
  );
}
