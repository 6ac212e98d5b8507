// The talk: groups at the left, the open group's live talk in the middle, people and settings at the right. On a phone
// one of them at a time.
import { Drawer } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useGroup } from '../../data/groups.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { useMatches } from '../../pieces/useMatches.ts';
import { useText } from '../../text.ts';
import { GroupRail } from './GroupRail.tsx';
import { RoomView } from './RoomView.tsx';
import { SidePanel } from './SidePanel.tsx';
import './talk.css';

const wideScreen = matchMedia('(min-width: 1180px)');
const roomScreen = matchMedia('(min-width: 900px)');

/** The talk of one group, or the list of groups to choose from. */
export function Talk() {
  const t = useText();
  const { groupId } = useParams();
  const navigate = useNavigate();
  const { communityId } = useHere();
  useEffect(() => {
    document.title = `${t('talk.title')} · ${t('app.name')}`;
  }, [t]);
  const openFirst = (firstId: string) => {
    if (!groupId && roomScreen.matches) void navigate(`/c/${communityId}/groups/${firstId}`, { replace: true });
  };
  return (
    <div className={groupId ? 'talk in-room' : 'talk'}>
      <GroupRail groupId={groupId} onFirst={openFirst} />
      {groupId ? (
        <OpenRoom groupId={groupId} key={groupId} />
      ) : (
        <div className="room none">
          <EmptyState kind="nothing" title={t('talk.choose')} text={t('talk.chooseText')} />
        </div>
      )}
    </div>
  );
}

function OpenRoom({ groupId }: { groupId: string }) {
  const { communityId } = useHere();
  const [query] = useSearchParams();
  const group = useGroup(communityId, groupId);
  const [panelOpen, setPanelOpen] = useState(false);
  const isWide = useMatches(wideScreen);
  return (
    <Answer query={group}>
      {(found) => (
        <>
          <RoomView
            group={found}
            start={{ around: query.get('at') ?? undefined, day: query.get('day') ?? undefined }}
            now={`/c/${communityId}/groups/${groupId}`}
            onPanel={isWide ? undefined : () => setPanelOpen(true)}
          />
          {isWide ? (
            <SidePanel group={found} />
          ) : (
            <Drawer
              open={panelOpen}
              onClose={() => setPanelOpen(false)}
              size={Math.min(380, innerWidth)}
              title={found.name}
              rootClassName="paneldrawer"
            >
              <SidePanel group={found} />
            </Drawer>
          )}
        </>
      )}
    </Answer>
  );
}
