import { useState, type ReactElement } from 'react';
import { problemText } from '../../kit/texts.ts';
import { acknowledge, type PrivacyNotice } from '../self.ts';
import { useT } from '../texts.ts';

/** The privacy notice changed since I read it. */
export function NoticeDue({
  communityId,
  notice,
  onDone,
}: {
  communityId: string;
  notice: PrivacyNotice;
  onDone: () => void;
}): ReactElement {
  const t = useT();
  const [problem, setProblem] = useState('');
  const agree = async (): Promise<void> => {
    try {
      await acknowledge(communityId, notice.version);
      onDone();
    } catch (thrown) {
      setProblem(problemText(thrown));
    }
  };
  return (
    <section className="card due">
      <h2>{t('member:me.noticeChanged')}</h2>
      <div className="s c2 due-text">
        {notice.text.split('\n').map((line, index) => (
          <p key={index}>{line}</p>
        ))}
      </div>
      <div role="alert">{problem ? <p className="wrong">{problem}</p> : null}</div>
      <button type="button" className="btn sm" onClick={() => void agree()}>
        {t('member:me.noticeRead')}
      </button>
    </section>
  );
}
