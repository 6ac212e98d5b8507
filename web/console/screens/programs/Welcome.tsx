// The welcome of newcomers, for the whole community or a group of its own: the texts with their variables, the quiet hours, how
// it reads with real names, and what became of those who came.
import { useState } from 'react';
import { Select } from 'antd';
import { useGroups } from '../../data/groups.ts';
import { useGroupWelcome, useWelcome } from '../../data/programs.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { useFilters } from '../../pieces/filters.ts';
import { PageHead } from '../../pieces/PageHead.tsx';
import { useText } from '../../text.ts';
import { Newcomers } from './Newcomers.tsx';
import { ProgramsNav } from './ProgramsNav.tsx';
import { WelcomeForm } from './WelcomeForm.tsx';
import './programs.css';

/** The welcome, and newcomers with what became of it. */
export function Welcome() {
  const t = useText();
  const { communityId } = useHere();
  const filters = useFilters();
  const groupId = filters.read('groupId') ?? '';
  const whole = useWelcome(communityId);
  const ofGroup = useGroupWelcome(communityId, groupId);
  // A group's own welcome is written from the community's when one begins it.
  const [begun, setBegun] = useState('');
  const groups = useGroups(communityId, { limit: 200, sort: 'activity' });
  const own = new Set(whole.data?.own);
  const items = groups.data?.items ?? [];
  return (
    <>
      <PageHead title={t('menu.programs')} nav={<ProgramsNav on="welcome" />} sub={t('programs.welcomeSub')} />
      <div className="fb">
        <Select
          style={{ minWidth: 240, maxWidth: '100%' }}
          aria-label={t('programs.welcomeFor')}
          value={groupId}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: '', label: t('programs.welcomeEverywhere') },
            ...items.map(({ id, name }) => ({
              value: id,
              label: own.has(id) ? t('programs.welcomeOwn', { name }) : name,
            })),
          ]}
          onChange={(next: string) => filters.set({ groupId: next })}
        />
        <span className="s c3">
          {groupId === ''
            ? t(own.size > 0 ? 'programs.welcomeSomeOwn' : 'programs.welcomeEverywhereHint', { count: own.size })
            : t(ofGroup.data?.own ? 'programs.welcomeOwnHint' : 'programs.welcomeFollows')}
        </span>
      </div>
      <Answer query={whole}>
        {(found) =>
          groupId === '' ? (
            <WelcomeForm key="all" groupId="" start={found.welcome} suggestions={found.suggestions} kind="all" />
          ) : (
            <Answer query={ofGroup}>
              {(group) => (
                <WelcomeForm
                  key={`${groupId} ${group.own || begun === groupId}`}
                  groupId={groupId}
                  start={group.welcome}
                  suggestions={found.suggestions}
                  kind={group.own ? 'own' : begun === groupId ? 'begun' : 'follows'}
                  onBegin={() => setBegun(groupId)}
                  onReset={() => setBegun('')}
                />
              )}
            </Answer>
          )
        }
      </Answer>
      <Newcomers groupId={groupId} groups={items} />
    </>
  );
}
