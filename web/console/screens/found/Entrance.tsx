import { Button } from 'antd';
import { Link } from 'react-router';
import { EntrancePoster, OnlyHere } from '../../pieces/EntrancePoster.tsx';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { Evening } from '../../../kit/antd/Evening.tsx';
import { useText } from '../../text.ts';
import type { Founded } from './founding.ts';
import './found.css';

/** The community stands: the entrance of its first group, large, so that two phones can scan it at once. */
export function Entrance({ founded }: { founded: Founded }) {
  const t = useText();
  const { community, group, link, adopted } = founded;
  return (
    <div className="found-page">
      <main className="card found-card done">
        <Evening title={t('found.stands', { name: community.name })} line={t('found.standsLine')} />
        <div className="done-body">
          <EntrancePoster communityId={community.id} link={link} groupName={group.name} size={232} />
          <OnlyHere links={[link]} />
          <ol className="done-steps">
            <li>{t('found.doneScan')}</li>
            <li>{t('found.doneSpeak')}</li>
            <li>{t('found.doneSee')}</li>
          </ol>
        </div>
        {!adopted && (
          <div className="note done-purpose">
            <Icon name="horn" />
            <span className="grow">{t('found.doorBlank')}</span>
            <Link className="link nw" to={`/c/${community.id}/purpose`}>
              {t('found.toPurposePage')}
            </Link>
          </div>
        )}
        <footer className="found-foot">
          <Link to={`/c/${community.id}/groups`}>
            <Button>{t('found.toGroups')}</Button>
          </Link>
          <span />
          <Link to={`/c/${community.id}/groups/${group.id}`}>
            <Button type="primary">{t('found.toTalk')}</Button>
          </Link>
        </footer>
      </main>
    </div>
  );
}
