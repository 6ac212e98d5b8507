import { useState, type ReactElement } from 'react';
import { problemText } from '../../kit/texts.ts';
import { Icon } from '../icons.tsx';
import { Link } from '../router.tsx';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';
import { getOwnCard, layPromptAside } from './people.ts';
import './card-prompt.css';

/** Asks somebody new for their card, once and kindly; laid aside it never comes back. */
export function CardPrompt({ communityId, groupId }: { communityId: string; groupId: string }): ReactElement | null {
  const t = useT();
  const { data, set } = useLoad(`own card ${communityId}`, () => getOwnCard(communityId));
  const [problem, setProblem] = useState('');
  if (!data?.isPrompted) return null;
  const aside = async (): Promise<void> => {
    set({ ...data, isPrompted: false });
    try {
      await layPromptAside(communityId);
    } catch (thrown) {
      set(data);
      setProblem(problemText(thrown));
    }
  };
  return (
    <aside className="card card-prompt">
      <Icon name="person" size={26} />
      <div className="grow">
        <b>{t('member:cardPrompt.title')}</b>
        <p className="s c2">{problem || t('member:cardPrompt.text')}</p>
        <p className="row">
          <Link className="btn sm" to={`/g/${groupId}/me`}>
            {t('member:cardPrompt.write')}
          </Link>
          <button type="button" className="btn sm plain" onClick={() => void aside()}>
            {t('member:cardPrompt.aside')}
          </button>
        </p>
      </div>
    </aside>
  );
}
