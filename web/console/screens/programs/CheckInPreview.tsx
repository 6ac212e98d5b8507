import { Evening } from '../../../kit/antd/Evening.tsx';
import { useHere } from '../../data/session.ts';
import { useText } from '../../text.ts';
import { windowOf, type Answers } from './form.ts';
import { windowWords } from './words.ts';
import '../../pieces/phone-preview.css';

/** What a member will see on the page of the check-in, and what counts when said in the group; a picture, not the page. */
export function CheckInPreview({ shown }: { shown: Answers }) {
  const t = useText();
  const { name: community } = useHere();
  const word = shown.words.find((one) => one.trim() !== '');
  const name = shown.name.trim() || t('programs.nameExample');
  return (
    <figure className="phone" aria-label={t('phone.label')}>
      <div className="phone-screen" aria-hidden="true">
        <Evening title={t('programs.previewFirst')} line={`${name} · ${community}`} />
        <div className="phone-body">
          <p className="s">{windowWords(windowOf(shown), t)}</p>
          {shown.cardsPerMonth > 0 && (
            <p className="row s">
              <span className="cardsign song">{t('programs.cardSign')}</span>
              {t('programs.previewCards', { count: shown.cardsPerMonth, days: shown.withinDays })}
            </p>
          )}
          {word && (
            <div className="saybox">
              <span className="xs c3">{t('programs.previewCounts')}</span>
              <span className="bubble-mine">{t('programs.previewSaid', { word })}</span>
              <span className="xs c3">{t('programs.previewNot')}</span>
              <span className="bubble-mine not">{t('programs.previewAsked', { word })}</span>
            </div>
          )}
          <span className="phone-button filled">
            {shown.points > 0 ? t('programs.previewPress', { count: shown.points }) : t('programs.previewPlain')}
          </span>
          {word && <p className="xs c3 hintline">{t('programs.previewHint', { word })}</p>}
        </div>
      </div>
      <figcaption className="xs c3">{t('programs.previewCaption')}</figcaption>
    </figure>
  );
}
