import type { ReactElement } from 'react';
import { languages, setLanguage, useLanguage } from '../../kit/i18n.ts';
import { setTheme, themeChoices, useTheme } from '../../kit/theme.ts';
import { useT } from '../texts.ts';

/** Language and theme of this phone. */
export function LookSection(): ReactElement {
  const t = useT();
  const language = useLanguage();
  const { choice } = useTheme();
  return (
    <section className="sec">
      <div className="sec-h">
        <h2>{t('member:look.title')}</h2>
      </div>
      <div className="card rows set">
        <div className="pick" role="radiogroup" aria-label={t('member:look.language')}>
          {languages.map((one) => (
            <button
              type="button"
              key={one}
              role="radio"
              lang={one}
              aria-checked={language === one}
              onClick={() => void setLanguage(one)}
            >
              {t(`kit:language.${one}`)}
            </button>
          ))}
        </div>
        <div className="pick" role="radiogroup" aria-label={t('member:look.theme')}>
          {themeChoices.map((one) => (
            <button type="button" key={one} role="radio" aria-checked={choice === one} onClick={() => setTheme(one)}>
              {t(`kit:theme.${one}`)}
            </button>
          ))}
        </div>
      </div>
    </section>
  );
}
