// One guest: where the relation stands and what is next, the story, what is known, and what came of each appearance.
import { App, Button, Dropdown, Select } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { guestStages, useChangeGuests, useGuest } from '../../../data/guests.ts';
import type { Guest, GuestStory } from '../../../data/guests.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { Face } from '../../../pieces/Face.tsx';
import { useTellProblem } from '../../../pieces/problems.ts';
import { Tabs } from '../../../pieces/Tabs.tsx';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';
import { Appearances } from './Appearances.tsx';
import { GuestDialog } from './GuestDialog.tsx';
import { GuestFacts } from './GuestFacts.tsx';
import { GuestHistory } from './GuestHistory.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { NextStepDialog } from './NextStepDialog.tsx';

/** The drawer of a guest. */
export function GuestDrawer({ guestId, onClose }: { guestId: string; onClose: () => void }) {
  const { communityId } = useHere();
  const story = useGuest(communityId, guestId);
  return (
    <aside className="card dr">
      <Answer query={story}>{(found) => <Opened story={found} onClose={onClose} />}</Answer>
    </aside>
  );
}

type Tab = 'story' | 'facts' | 'appearances';

function Opened({ story, onClose }: { story: GuestStory; onClose: () => void }) {
  const t = useText();
  const { guest } = story;
  const [tab, setTab] = useState<Tab>('story');
  return (
    <>
      <div className="drh">
        <Face name={guest.name} seed={guest.id} size={46} pictureId={story.member?.pictureId} />
        <div className="grow">
          <h2 className="h2 ell">{guest.name}</h2>
          <div className="xs c3 ell">
            {[t(`guests.kind.${guest.kind}`), guest.field].filter(Boolean).join(t('pulse.comma'))}
          </div>
        </div>
        <button type="button" className="tb" onClick={onClose} aria-label={t('common.close')}>
          <Icon name="close" size={17} />
        </button>
      </div>
      <Standing guest={guest} />
      <Tabs
        label={guest.name}
        value={tab}
        onChange={setTab}
        items={[
          { key: 'story', text: t('guests.story') },
          { key: 'facts', text: t('guests.facts') },
          { key: 'appearances', text: t('guests.appearances', { count: story.appearances.length }) },
        ]}
      >
        {tab === 'story' && <GuestHistory story={story} />}
        {tab === 'facts' && <GuestFacts story={story} />}
        {tab === 'appearances' && <Appearances story={story} />}
      </Tabs>
      <Foot guest={guest} onGone={onClose} />
    </>
  );
}

/** Stage and next step. */
function Standing({ guest }: { guest: Guest }) {
  const t = useText();
  const when = useWhen();
  const { communityId, can } = useHere();
  const change = useChangeGuests(communityId);
  const tellProblem = useTellProblem();
  const [isNext, setNext] = useState(false);
  const { id, stage, nextAt, nextWhat } = guest;
  const move = (to: Guest['stage']) =>
    void change.mutateAsync({ how: 'move', guestId: id, to, note: '' }).catch(tellProblem);
  const next = nextAt === null ? t('guests.nothingNext') : [when.moment(nextAt), nextWhat].filter(Boolean).join(' · ');
  return (
    <div className="guest-standing">
      <Select
        size="small"
        aria-label={t('guests.stageIs')}
        disabled={!can('guests.write')}
        loading={change.isPending}
        value={stage}
        popupMatchSelectWidth={false}
        options={guestStages.map((value) => ({ value, label: t(`guests.stage.${value}`) }))}
        onChange={move}
      />
      <span className={nextAt !== null && !when.isAhead(nextAt) ? 's grow late' : 's grow c2'}>{next}</span>
      {can('guests.write') && (
        <Button size="small" onClick={() => setNext(true)}>
          {t('guests.setNext')}
        </Button>
      )}
      {isNext && <NextStepDialog guest={guest} onClose={() => setNext(false)} />}
    </div>
  );
}

function Foot({ guest, onGone }: { guest: Guest; onGone: () => void }) {
  const t = useText();
  const { communityId, can } = useHere();
  const { modal } = App.useApp();
  const change = useChangeGuests(communityId);
  const tellProblem = useTellProblem();
  const [open, setOpen] = useState<'edit' | 'merge'>();
  if (!can('guests.write')) return null;
  const forget = () =>
    modal.confirm({
      title: t('guests.forgetAsk', { name: guest.name }),
      content: t('guests.forgetText'),
      okText: t('guests.forget'),
      cancelText: t('common.cancel'),
      okButtonProps: { danger: true },
      onOk: () => change.mutateAsync({ how: 'forget', guestId: guest.id }).then(onGone, tellProblem),
    });
  const items = [
    { key: 'merge', label: t('guests.merge') },
    ...(can('guests.private') ? [{ key: 'forget', label: t('guests.forget'), danger: true }] : []),
  ];
  return (
    <div className="drf">
      <Button icon={<Icon name="pen" />} onClick={() => setOpen('edit')}>
        {t('guests.edit')}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{ items, onClick: ({ key }) => void (key === 'forget' ? forget() : setOpen('merge')) }}
      >
        <Button icon={<Icon name="more" />} aria-label={t('guests.more')} />
      </Dropdown>
      {open === 'edit' && <GuestDialog guest={guest} onClose={() => setOpen(undefined)} />}
      {open === 'merge' && <MergeDialog guest={guest} onClose={() => setOpen(undefined)} />}
    </div>
  );
}
