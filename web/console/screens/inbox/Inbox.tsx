// All groups in one place: who waits stands first and is answered from here; every other group is one key away. On a phone
// the list, or what was opened from it.
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useGroup } from '../../data/groups.ts';
import { useReadInbox } from '../../data/inbox.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { useFilters } from '../../pieces/filters.ts';
import { useMatches } from '../../pieces/useMatches.ts';
import { useText } from '../../text.ts';
import { RoomView } from '../talk/RoomView.tsx';
import { SidePanel } from '../talk/SidePanel.tsx';
import { InboxRail } from './InboxRail.tsx';
import { KeyBar } from './KeyBar.tsx';
import { QuestionView } from './QuestionView.tsx';
import { useInboxKeys } from './useInboxKeys.ts';
import { useInboxList } from './useInboxList.ts';
import '../talk/talk.css';
import './inbox.css';

const wideScreen = matchMedia('(min-width: 1240px)');
const twoColumns = matchMedia('(min-width: 900px)');

/** The inbox. */
export function Inbox() {
  const t = useText();
  const { groupId } = useParams();
  const { communityId } = useHere();
  const navigate = useNavigate();
  const filters = useFilters();
  const list = useInboxList(filters, groupId);
  const questionId = groupId ? undefined : filters.read('q');
  const day = filters.read('day');
  const search = searchWithoutDay(filters.key);
  const isWide = useMatches(wideScreen);
  const isTwo = useMatches(twoColumns);
  useEffect(() => {
    document.title = `${t('talk.title')} · ${t('app.name')}`;
  }, [t]);
  const open = (key: string | undefined) => {
    if (list.kind === 'questions') {
      if (groupId) void navigate(`/c/${communityId}/inbox${search}`);
      filters.set({ q: key });
    } else void navigate(`/c/${communityId}/inbox${key ? `/${key}` : ''}${search}`);
  };
  useFirst(isTwo && !groupId ? list : undefined, questionId, (key) => filters.set({ q: key }));
  const box = useRef<HTMLDivElement>(null);
  const [helps, setHelps] = useState(false);
  useInboxKeys({ list, box, open, mayClose: !isTwo || groupId !== undefined, onHelp: () => setHelps(true) });
  const isOpen = groupId !== undefined || questionId !== undefined;
  return (
    <div className={isOpen ? 'talk inbox in-room' : 'talk inbox'} ref={box}>
      <InboxRail filters={filters} list={list} onOpen={open} />
      {groupId ? (
        <OpenGroup groupId={groupId} key={`${groupId} ${day}`} day={day} isWide={isWide} />
      ) : questionId ? (
        <QuestionView
          key={questionId}
          questionId={questionId}
          isWide={isWide}
          onDone={() => open(list.next ?? list.previous)}
          onBack={() => open(undefined)}
        />
      ) : (
        <div className="room none">
          <EmptyState kind="nothing" title={t('inbox.choose')} text={t('inbox.chooseText')} />
        </div>
      )}
      <KeyBar kind={list.kind} open={helps} onClose={() => setHelps(false)} />
    </div>
  );
}

/** On a desk the first question stands open at once; on a phone the list comes first. */
function useFirst(
  list: ReturnType<typeof useInboxList> | undefined,
  openId: string | undefined,
  open: (key: string) => void,
): void {
  const first = list?.kind === 'questions' && openId === undefined ? list.keys[0] : undefined;
  useEffect(() => {
    if (first) open(first);
  });
}

/** The day belongs to the group that it was opened for, the other filters to the list. */
function searchWithoutDay(key: string): string {
  const params = new URLSearchParams(key);
  params.delete('day');
  return params.size > 0 ? `?${params.toString()}` : '';
}

function OpenGroup({ groupId, day, isWide }: { groupId: string; day: string | undefined; isWide: boolean }) {
  const { communityId } = useHere();
  const group = useGroup(communityId, groupId);
  const read = useReadInbox(communityId);
  const lastActivityAt = group.data?.lastActivityAt;
  useEffect(() => {
    if (lastActivityAt !== undefined) read(groupId);
    // Marked when the group opens and when somebody spoke since.
  }, [groupId, lastActivityAt, read]);
  return (
    <Answer query={group}>
      {(found) => (
        <>
          <RoomView
            group={found}
            start={{ day }}
            now={`/c/${communityId}/inbox/${groupId}`}
            onPanel={undefined}
            backTo={`/c/${communityId}/inbox?filter=all`}
          />
          {isWide && <SidePanel group={found} />}
        </>
      )}
    </Answer>
  );
}
