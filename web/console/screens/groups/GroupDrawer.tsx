import { Button } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useGroup } from '../../data/groups.ts';
import type { Group } from '../../data/groups.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { Face } from '../../pieces/Face.tsx';
import { GroupSettings } from '../../pieces/group-settings/GroupSettings.tsx';
import { hasRules, LifeWord, RuleTags, TierTag, useCarrierName } from '../../pieces/GroupTags.tsx';
import { LinksPanel } from '../../pieces/links/LinksPanel.tsx';
import { MemberList } from '../../pieces/MemberList.tsx';
import { CreditPanel } from '../../pieces/promotions/CreditPanel.tsx';
import { Tabs } from '../../pieces/Tabs.tsx';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';

/** Details of one group, beside the table. */
export function GroupDrawer({ groupId, onClose }: { groupId: string; onClose: () => void }) {
  const { communityId } = useHere();
  const group = useGroup(communityId, groupId);
  return (
    <aside className="card dr">
      <Answer query={group}>{(found) => <Opened group={found} onClose={onClose} key={groupId} />}</Answer>
    </aside>
  );
}

type Tab = 'now' | 'members' | 'links' | 'credit' | 'settings';

function Opened({ group, onClose }: { group: Group; onClose: () => void }) {
  const t = useText();
  const { communityId, can } = useHere();
  const [query] = useSearchParams();
  const when = useWhen();
  const carrierName = useCarrierName();
  const [tab, setTab] = useState<Tab>(query.get('tab') === 'credit' ? 'credit' : 'now');
  return (
    <>
      <div className="drh">
        <Face name={group.name} seed={group.id} size={40} square pictureId={group.pictureId} />
        <div className="grow">
          <h2 className="h2 ell">{group.name}</h2>
          <div className="xs c3">
            {t('group.line', { carrier: carrierName(group.carrier), since: when.day(group.createdAt) })}
          </div>
        </div>
        <button type="button" className="tb" onClick={onClose} aria-label={t('common.close')}>
          <Icon name="close" size={17} />
        </button>
      </div>
      <Tabs
        label={group.name}
        value={tab}
        onChange={setTab}
        items={[
          { key: 'now', text: t('group.now') },
          { key: 'members', text: t('group.members', { count: group.members }) },
          { key: 'links', text: t('group.links') },
          ...(can('promotions.read') ? [{ key: 'credit' as const, text: t('promo.tab') }] : []),
          { key: 'settings', text: t('group.settings') },
        ]}
      >
        {tab === 'now' && <Now group={group} />}
        {tab === 'members' && <MemberList group={group} />}
        {tab === 'links' && <LinksPanel group={group} />}
        {tab === 'credit' && <CreditPanel group={group} />}
        {tab === 'settings' && <GroupSettings group={group} />}
      </Tabs>
      <div className="drf">
        <Link className="grow" to={`/c/${communityId}/groups/${group.id}`}>
          <Button type="primary" block>
            {t('group.enter')}
          </Button>
        </Link>
        {tab !== 'links' && <Button onClick={() => setTab('links')}>{t('group.showLinks')}</Button>}
      </div>
    </>
  );
}

function Now({ group }: { group: Group }) {
  const t = useText();
  const when = useWhen();
  const share = Math.min(100, Math.round((100 * group.members) / Math.max(1, group.capacity)));
  return (
    <>
      <p className="vd song">{t(`life.${group.lifecycle}Verdict`)}</p>
      <p className="s c2" style={{ marginBottom: 14 }}>
        {t(`life.${group.lifecycle}Text`)}
      </p>
      <div className="lab">{t('groups.members')}</div>
      <div className="row" style={{ marginBottom: 14 }}>
        <div className="bar" role="img" aria-label={t('group.full', { share })}>
          <i style={{ width: `${share}%` }} />
        </div>
        <span>
          <b>{group.members}</b>
          <span className="c3 xs"> / {group.capacity}</span>
        </span>
      </div>
      <dl className="facts">
        <dt>{t('groups.tier')}</dt>
        <dd>
          <TierTag tier={group.tier} />
        </dd>
        <dt>{t('groups.lifecycle')}</dt>
        <dd>
          <LifeWord lifecycle={group.lifecycle} />
        </dd>
        {hasRules(group) && (
          <>
            <dt>{t('groups.rules')}</dt>
            <dd>
              <RuleTags group={group} />
            </dd>
          </>
        )}
        <dt>{t('group.notice')}</dt>
        <dd className="words">
          {group.notice ? (
            <>
              {group.notice.text}
              <div className="xs c3">{when.moment(group.notice.at)}</div>
            </>
          ) : (
            <span className="c3">{t('group.noNotice')}</span>
          )}
        </dd>
      </dl>
    </>
  );
}
