import type { ReactNode } from 'react';
import { Evening } from '../../kit/antd/Evening.tsx';
import { useText } from '../text.ts';
import './phone-preview.css';

/** A phone with a page of the members' app in it; a picture of the page, not the page. */
export function PhoneFrame({ label, title, line, caption, children }: PhoneFrameProps) {
  return (
    <figure className="phone" aria-label={label}>
      <div className="phone-screen" aria-hidden="true">
        <Evening title={title} line={line} />
        <div className="phone-body">{children}</div>
      </div>
      <figcaption className="xs c3">{caption}</figcaption>
    </figure>
  );
}

interface PhoneFrameProps {
  label: string;
  title: string;
  line: string;
  caption: string;
  children: ReactNode;
}

/** What a member will see when they open the entrance; a picture of the page, not the page. */
export function PhonePreview({ community, group, purpose, reasons, approval }: PhonePreviewProps) {
  const t = useText();
  return (
    <PhoneFrame
      label={t('phone.label')}
      title={group || t('phone.group')}
      line={community || t('phone.community')}
      caption={t('phone.caption')}
    >
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
    </PhoneFrame>
  );
}

interface PhonePreviewProps {
  community: string;
  group: string;
  purpose: string;
  reasons: string[];
  approval: boolean;
}
