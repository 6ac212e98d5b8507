import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useCommunity } from '../../data/communities.ts';
import { useGroup, useGroups } from '../../data/groups.ts';
import { useWelcomePreview } from '../../data/programs.ts';
import type { Welcome } from '../../data/programs.ts';
import { useHere } from '../../data/session.ts';
import { Face } from '../../pieces/Face.tsx';
import { wordsOf } from '../../pieces/problems.ts';
import { useText } from '../../text.ts';
import '../../pieces/phone-preview.css';

const settleMs = 400;

/** How the welcome would read in the talk, with the names of those who came in last. */
export function WelcomePreview({ groupId, texts, welcome }: { groupId: string; texts: string[]; welcome: Welcome }) {
  const t = useText();
  const { communityId } = useHere();
  const community = useCommunity(communityId);
  // The community's welcome is shown in the group that talks most, so that the names are real there too.
  const groups = useGroups(communityId, { limit: 200, sort: 'activity' }, groupId === '');
  const shownIn = groupId || (groups.data?.items[0]?.id ?? '');
  const group = useGroup(communityId, shownIn);
  const [at, setAt] = useState(0);
  const asked = useSettled(texts);
  const preview = useWelcomePreview(communityId, shownIn, asked);
  const official = community.data?.official;
  const shown = preview.data?.[at % Math.max(1, preview.data.length)];
  return (
    <div className="welcomeside">
      <figure className="phone" aria-label={t('programs.welcomePreview')}>
        <div className="phone-screen talkscreen">
          <div className="talkhead">{group.data?.name ?? t('programs.welcomeSomeGroup')}</div>
          <div className="phone-body">
            {preview.error ? (
              <p className="note a" role="alert">
                <Icon name="warn" size={15} />
                <span>{wordsOf(preview.error, t)}</span>
              </p>
            ) : shown ? (
              <div className="talkline">
                <Face name={official?.name ?? ''} seed="official" size={32} square pictureId={official?.pictureId} />
                <div className="grow">
                  <span className="xs c3">{official?.name}</span>
                  <p className="talkbubble words">{shown}</p>
                </div>
              </div>
            ) : (
              <p className="s c3">{t('programs.welcomeNoText')}</p>
            )}
          </div>
        </div>
        <figcaption className="xs c3">
          {!welcome.on
            ? t('programs.welcomeIsOff')
            : welcome.quiet
              ? t('programs.welcomeWhenQuiet', welcome.quiet)
              : t('programs.welcomeWhen')}
        </figcaption>
      </figure>
      {texts.length > 1 && !preview.error && (
        <Button size="small" onClick={() => setAt((at + 1) % texts.length)}>
          {t('programs.welcomeNext', { number: (at % texts.length) + 1, count: texts.length })}
        </Button>
      )}
    </div>
  );
}

/** The texts once nothing has been typed for a moment. */
function useSettled(texts: string[]): string[] {
  const key = JSON.stringify(texts);
  const [settled, setSettled] = useState(key);
  useEffect(() => {
    if (key === settled) return;
    const timer = setTimeout(() => setSettled(key), settleMs);
    return () => clearTimeout(timer);
  }, [key, settled]);
  return JSON.parse(settled) as string[];
}
