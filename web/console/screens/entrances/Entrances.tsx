import { Button, Select } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useGroups } from '../../data/groups.ts';
import type { Group } from '../../data/groups.ts';
import { useLinks } from '../../data/links.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { CommunityNav } from '../../pieces/CommunityNav.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { OnlyHere } from '../../pieces/EntrancePoster.tsx';
import { useFilters } from '../../pieces/filters.ts';
import { LinkRow } from '../../pieces/links/LinkRow.tsx';
import { NewLinkDialog } from '../../pieces/links/NewLinkDialog.tsx';
import { PageHead } from '../../pieces/PageHead.tsx';
import { Pager } from '../../pieces/Pager.tsx';
import { usePaging } from '../../pieces/paging.ts';
import { useText } from '../../text.ts';

const pageSize = 12;

/** All ways into the groups of the community. */
export function Entrances() {
  const t = useText();
  const { communityId, can } = useHere();
  const filters = useFilters();
  const chosen = filters.read('group');
  const groups = useGroups(communityId, { limit: 200, sort: 'activity' });
  const [makingFor, setMakingFor] = useState<Group>();
  const all = (groups.data?.items ?? []).filter(({ id }) => !chosen || id === chosen);
  const paging = usePaging(chosen ?? '');
  const from = paging.page * pageSize;
  const shown = all.slice(from, from + pageSize);
  const make = can('groups.manage') ? setMakingFor : undefined;
  return (
    <>
      <PageHead title={t('groups.title')} nav={<CommunityNav on="entrances" />} />
      <div className="fb">
        <Select
          allowClear
          style={{ minWidth: 220 }}
          placeholder={t('entrances.allGroups')}
          aria-label={t('entrances.allGroups')}
          value={chosen ?? null}
          showSearch={{ optionFilterProp: 'label' }}
          options={(groups.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(group: string | undefined) => filters.set({ group })}
        />
        <span className="s c3">{t('entrances.sub')}</span>
      </div>
      <Answer query={groups}>
        {() =>
          shown.length > 0 ? (
            <>
              <div className="entrances">
                {shown.map((group) => (
                  <GroupEntrances key={group.id} group={group} onMake={make} />
                ))}
              </div>
              <Pager
                shown={shown.length}
                nextCursor={all.length > from + pageSize ? String(from) : null}
                paging={paging}
              />
            </>
          ) : (
            <div className="card">
              <EmptyState kind="nothing" title={t('groups.none')} text={t('groups.noneText')} />
            </div>
          )
        }
      </Answer>
      {makingFor && <NewLinkDialog group={makingFor} onClose={() => setMakingFor(undefined)} />}
    </>
  );
}

function GroupEntrances({ group, onMake }: { group: Group; onMake: ((group: Group) => void) | undefined }) {
  const t = useText();
  const { communityId } = useHere();
  const links = useLinks(communityId, group.id);
  const open = links.data?.items.filter(({ state }) => state === 'open') ?? [];
  return (
    <section className="card" aria-label={group.name}>
      <div className="ch">
        <h2 className="ell">{group.name}</h2>
        {links.data && <span className="cnt nw">{t('entrances.count', { count: open.length })}</span>}
        {onMake && (
          <Button className="more" size="small" icon={<Icon name="plus" size={14} />} onClick={() => onMake(group)}>
            {t('link.new')}
          </Button>
        )}
      </div>
      <div className="cb">
        <Answer query={links} rows={2}>
          {() =>
            open.length > 0 ? (
              <>
                <OnlyHere links={open} />
                {open.map((link) => (
                  <LinkRow key={link.id} group={group} link={link} />
                ))}
              </>
            ) : (
              <p className="s c3">{t('entrances.closed')}</p>
            )
          }
        </Answer>
      </div>
    </section>
  );
}
