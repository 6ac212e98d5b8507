import { PhoneFrame } from '../../../pieces/PhonePreview.tsx';
import { useHere } from '../../../data/session.ts';
import { useText } from '../../../text.ts';
import { ruleParts } from './rule-draft.ts';
import type { DraftItem } from './rule-draft.ts';

/** The rules as a member will read them before they come in. */
export function RulesPhone({ tone, items }: { tone: string; items: readonly DraftItem[] }) {
  const t = useText();
  const { name } = useHere();
  return (
    <PhoneFrame label={t('rules.phone')} title={t('rules.phoneTitle')} line={name} caption={t('rules.phoneCaption')}>
      <div className="rules-phone" tabIndex={-1}>
        {tone && <p className="c2 s words">{tone}</p>}
        <ol>
          {items.map((item, index) => (
            <li key={item.key ?? index}>
              <b>
                <i>{index + 1}</i>
                {item.name || t('rules.nameless')}
              </b>
              {ruleParts.map((part) =>
                item[part] ? (
                  <p key={part} className={`s ${part === 'reason' ? 'c3' : 'c2'}`}>
                    <span className="c3">{t(`rules.part.${part}`)}</span> {item[part]}
                  </p>
                ) : null,
              )}
            </li>
          ))}
        </ol>
        <span className="phone-button">{t('rules.phoneRead')}</span>
      </div>
    </PhoneFrame>
  );
}
