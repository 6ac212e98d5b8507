import { Evening } from '../../kit/antd/Evening.tsx';
import { useText } from '../text.ts';
import './phone-preview.css';

/** What a member will see when they open the entrance; a picture of the page, not the page. */
export function PhonePreview({ community, group, purpose, reasons, approval }: PhonePreviewProps) {
  const t = useText();
  return (
    <figure className="phone" aria-label={t('phone.label')}>
      <div className="phone-screen" aria-hidden="true">
        <Evening title={group || t('phone.group')} line={community || t('phone.community')} />
        <div className="phone-body">
          <div className="lab">{t('phone.for')}</div>
          <p className="words">{purpose || t('phone.purpose')}</p>
          {reasons.length > 0 && (
            <div className="row wrap">
              {reasons.map((reason) => (
                <span key={reason} className="tag g">
                  {reason}
                </span>
              ))}
            </div>
          )}
          <div className="phone-fields">
            <span>{t('phone.name')}</span>
            <span className="xs c3">{t(approval ? 'phone.review' : 'phone.direct')}</span>
          </div>
          <span className="phone-button">{t('phone.enter')}</span>
        </div>
      </div>
      <figcaption className="xs c3">{t('phone.caption')}</figcaption>
    </figure>
  );
}

interface PhonePreviewProps {
  community: string;
  group: string;
  purpose: string;
  reasons: string[];
  approval: boolean;
}
