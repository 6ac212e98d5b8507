import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useGroups } from '../../data/groups.ts';
import type { Group } from '../../data/groups.ts';
import { useHere } from '../../data/session.ts';
import { useOpenTaskCount } from '../../data/tasks.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { Face } from '../../pieces/Face.tsx';
import { TierTag, useCarrierName } from '../../pieces/GroupTags.tsx';
import { SearchField } from '../../pieces/SearchField.tsx';
import { SectionNav } from '../../pieces/SectionNav.tsx';
import { useText } from '../../text.ts';

/** Groups to talk in, and the way to what must be relayed by hand and to what was said. */
export function GroupRail({ groupId, onFirst }: { groupId: string | undefined; onFirst: (groupId: string) => void }) {
  const t = useText();
  const { communityId } = useHere();
  const [q, setQ] = useState('');
  const groups = useGroups(communityId, { limit: 100, sort: 'activity', ...(q ? { q } : {}) });
  const firstId = groups.data?.items.find(({ lifecycle }) => lifecycle !== 'dissolved')?.id;
  useEffect(() => {
    if (firstId && q === '') onFirst(firstId);
  });
  return (
    <aside className="rail" aria-label={t('talk.groups')}>
      <div className="rail-head">
        <h1>{t('talk.title')}</h1>
        <TalkNav on={undefined} />
      </div>
      <SearchField value={q} label={t('groups.find')} width="100%" onSearch={setQ} />
      <div className="rail-list">
        <Answer query={groups} rows={4}>
          {({ items }) =>
            items.length > 0 ? (
              <ul>
                {items.map((group) => (
                  <RailItem key={group.id} group={group} on={group.id === groupId} />
                ))}
              </ul>
            ) : (
              <EmptyState
                kind={q ? 'noMatch' : 'nothing'}
                title={t(q ? 'groups.noMatch' : 'groups.none')}
                text={q ? undefined : t('groups.noneText')}
              />
            )
          }
        </Answer>
      </div>
    </aside>
  );
}

function RailItem({ group, on }: { group: Group; on: boolean }) {
  const t = useText();
  const carrierName = useCarrierName();
  const { communityId } = useHere();
  return (
    <li>
      <Link
        to={`/c/${communityId}/groups/${group.id}`}
        className={on ? 'on' : undefined}
        aria-current={on ? 'page' : undefined}
      >
        <Face name={group.name} seed={group.id} size={34} square pictureId={group.pictureId} />
        <div className="grow">
          <div className="ell rail-name">{group.name}</div>
          <div className="xs c3 ell">
            {t('talk.railLine', { count: group.members, carrier: carrierName(group.carrier) })}
            {group.mutedAll && ` · ${t('rule.mutedAll')}`}
          </div>
        </div>
        <TierTag tier={group.tier} />
      </Link>
    </li>
  );
}

/** Sections of the menu group "Talk". */
export function TalkNav({ on }: { on: 'inbox' | 'tasks' | 'scripts' | 'search' | 'response' | 'answers' | undefined }) {
  const t = useText();
  const { communityId } = useHere();
  const tasks = useOpenTaskCount(communityId);
  const items = (['inbox', 'tasks', 'scripts', 'search', 'response', 'answers'] as const).map((section) => ({
    to: `/c/${communityId}/${section}`,
    text: t(`talk.section.${section}`),
    on: section === on,
    ...(section === 'tasks' ? { count: tasks } : {}),
  }));
  return <SectionNav label={t('menu.talk')} items={items} />;
}
