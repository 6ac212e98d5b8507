import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import type { Group } from '../../data/groups.ts';
import { useApplications, useDecide } from '../../data/people.ts';
import type { Application } from '../../data/people.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { Face } from '../../pieces/Face.tsx';
import { GroupSettings } from '../../pieces/group-settings/GroupSettings.tsx';
import { LinksPanel } from '../../pieces/links/LinksPanel.tsx';
import { MemberList } from '../../pieces/MemberList.tsx';
import { useTellProblem } from '../../pieces/problems.ts';
import { CreditPanel } from '../../pieces/promotions/CreditPanel.tsx';
import { Tabs } from '../../pieces/Tabs.tsx';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';

type Tab = 'members' | 'applications' | 'links' | 'credit' | 'settings';

/** Beside the talk: who is in, who waits at the door, the entrances, the settings. */
export function SidePanel({ group }: { group: Group }) {
  const t = useText();
  const { communityId, can } = useHere();
  const [tab, setTab] = useState<Tab>('members');
  const waiting = useApplications(communityId, group.id).data?.items.length ?? 0;
  return (
    <aside className="panel" aria-label={t('talk.panel')}>
      <Tabs
        label={t('talk.panel')}
        value={tab}
        onChange={setTab}
        items={[
          { key: 'members', text: t('group.members', { count: group.members }) },
          {
            key: 'applications',
            text:
              waiting > 0 ? (
                <>
                  {t('talk.door')} <span className="red">{waiting}</span>
                </>
              ) : (
                t('talk.door')
              ),
          },
          { key: 'links', text: t('group.links') },
          ...(can('promotions.read') ? [{ key: 'credit' as const, text: t('promo.tab') }] : []),
          { key: 'settings', text: t('group.settings') },
        ]}
      >
        {tab === 'members' && <MemberList group={group} />}
        {tab === 'applications' && <Applications group={group} />}
        {tab === 'links' && <LinksPanel group={group} />}
        {tab === 'credit' && <CreditPanel group={group} />}
        {tab === 'settings' && <GroupSettings group={group} key={group.name} />}
      </Tabs>
    </aside>
  );
}

function Applications({ group }: { group: Group }) {
  const t = useText();
  const { communityId } = useHere();
  const applications = useApplications(communityId, group.id);
  return (
    <Answer query={applications} rows={3}>
      {({ items }) =>
        items.length > 0 ? (
          <ul className="people-list">
            {items.map((application) => (
              <ApplicationRow key={application.id} group={group} application={application} />
            ))}
          </ul>
        ) : (
          <EmptyState
            kind="nothing"
            title={t('talk.noOneWaits')}
            text={t(group.approval ? 'talk.noOneWaitsText' : 'talk.doorOpenText')}
          />
        )
      }
    </Answer>
  );
}

function ApplicationRow({ group, application }: { group: Group; application: Application }) {
  const t = useText();
  const when = useWhen();
  const { communityId, can } = useHere();
  const { message } = App.useApp();
  const decide = useDecide(communityId, group.id);
  const tellProblem = useTellProblem();
  const [reason, setReason] = useState<string>();
  const accept = () =>
    decide
      .mutateAsync({ id: application.id, how: 'accept' })
      .then(() => message.success(t('talk.accepted', { name: application.name })))
      .catch(tellProblem);
  const decline = () =>
    decide
      .mutateAsync({ id: application.id, how: 'decline', reason: reason?.trim() ?? '' })
      .then(() => setReason(undefined))
      .catch(tellProblem);
  return (
    <li>
      <Face name={application.name} seed={application.id} size={30} />
      <div className="grow">
        <div className="ell">{application.name}</div>
        <div className="xs c3">
          {t('talk.appliedBy', { when: when.moment(application.appliedAt), source: application.source })}
        </div>
        {can('people.moderate') && (
          <div className="row" style={{ marginTop: 6 }}>
            <Button size="small" onClick={() => void accept()}>
              {t('talk.accept')}
            </Button>
            <Button size="small" type="text" onClick={() => setReason('')}>
              {t('talk.decline')}
            </Button>
          </div>
        )}
      </div>
      {reason !== undefined && (
        <Modal
          open
          title={t('talk.declineWho', { name: application.name })}
          okText={t('talk.decline')}
          onOk={() => void decline()}
          onCancel={() => setReason(undefined)}
          confirmLoading={decide.isPending}
        >
          <Input.TextArea
            value={reason}
            maxLength={300}
            autoSize={{ minRows: 2 }}
            placeholder={t('talk.declineReason')}
            aria-label={t('talk.declineReason')}
            onChange={({ target }) => setReason(target.value)}
          />
        </Modal>
      )}
    </li>
  );
}
