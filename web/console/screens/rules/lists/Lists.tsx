// Lists of what is looked for in every message, the places that newcomers may link to, and a box that says what would happen
// to a sentence.
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { useTermLists } from '../../../data/rule-lists.ts';
import { useRulesSettings } from '../../../data/rules.ts';
import type { TermList } from '../../../data/rule-lists.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { useText } from '../../../text.ts';
import { Hosts } from './Hosts.tsx';
import { ListDialog } from './ListDialog.tsx';
import { ListPanel } from './ListPanel.tsx';
import { Packs } from './Packs.tsx';
import { RulesHead } from '../RulesHead.tsx';
import { OpenLook } from '../trying/LookBack.tsx';
import { TryBox } from './TryBox.tsx';
import './lists.css';

/** The lists. */
export function Lists() {
  const t = useText();
  const { communityId, can } = useHere();
  const { listId } = useParams();
  const lists = useTermLists(communityId);
  const [adding, setAdding] = useState(false);
  const navigate = useNavigate();
  const openId = listId ?? lists.data?.[0]?.id ?? 'packs';
  const open = lists.data?.find(({ id }) => id === openId);
  return (
    <>
      <RulesHead on="lists" />
      <Answer query={lists}>
        {(items) => (
          <div className={listId ? 'rules-lists in-list' : 'rules-lists'}>
            <Rail items={items} openId={openId} onAdd={can('rules.manage') ? () => setAdding(true) : undefined} />
            <div className="rules-list">
              {listId && (
                <Link className="link lists-back" to={`/c/${communityId}/rules/lists`}>
                  <Icon name="back" size={15} />
                  {t('rules.allLists')}
                </Link>
              )}
              {openId === 'hosts' ? (
                <Hosts />
              ) : openId === 'packs' ? (
                <Packs />
              ) : open ? (
                <>
                  <ListPanel key={open.id} list={open} />
                  <OpenLook about={{ kind: 'list', listId: open.id }} />
                </>
              ) : (
                <div className="card">
                  <EmptyState kind="noMatch" title={t('rules.listGone')} text={t('rules.listGoneText')} />
                </div>
              )}
            </div>
            <TryBox />
          </div>
        )}
      </Answer>
      {adding && (
        <ListDialog
          onClose={() => setAdding(false)}
          onKept={({ id }) => void navigate(`/c/${communityId}/rules/lists/${id}`)}
        />
      )}
    </>
  );
}

interface RailProps {
  items: TermList[];
  openId: string;
  onAdd: (() => void) | undefined;
}

function Rail({ items, openId, onAdd }: RailProps) {
  const t = useText();
  const { communityId } = useHere();
  const settings = useRulesSettings(communityId).data;
  const base = `/c/${communityId}/rules/lists`;
  return (
    <aside className="card lists-rail" aria-label={t('rules.tab.lists')}>
      <div className="ch">
        <h2>{t('rules.lists')}</h2>
        {onAdd && (
          <Button className="more" size="small" icon={<Icon name="plus" size={14} />} onClick={onAdd}>
            {t('rules.addList')}
          </Button>
        )}
      </div>
      <ul>
        {items.map((list) => (
          <li key={list.id}>
            <Link
              to={`${base}/${list.id}`}
              className={list.id === openId ? 'on' : undefined}
              aria-current={list.id === openId ? 'true' : undefined}
            >
              <span className="row">
                <span className="grow ell">{list.name}</span>
                <span className="xs c3">{list.terms}</span>
              </span>
              <span className="row xs c3">
                {t(`rules.effect.${list.effect}`)}
                {list.mode !== 'on' && <span className="tag o">{t(`rules.mode.${list.mode}`)}</span>}
              </span>
            </Link>
          </li>
        ))}
        <li>
          <Link
            to={`${base}/packs`}
            className={openId === 'packs' ? 'on' : undefined}
            aria-current={openId === 'packs' ? 'true' : undefined}
          >
            {t('rules.packs')}
            <span className="row xs c3">{t('rules.packsLine')}</span>
          </Link>
        </li>
        <li>
          <Link
            to={`${base}/hosts`}
            className={openId === 'hosts' ? 'on' : undefined}
            aria-current={openId === 'hosts' ? 'true' : undefined}
          >
            <span className="row">
              <span className="grow ell">{t('rules.hosts')}</span>
              <span className="xs c3">
                {settings ? settings.allowedHosts.length : <Skeleton.Button active size="small" />}
              </span>
            </span>
            <span className="xs c3">{t('rules.hostsLine')}</span>
          </Link>
        </li>
      </ul>
      {items.length === 0 && <p className="xs c3 lists-none">{t('rules.noLists')}</p>}
    </aside>
  );
}
