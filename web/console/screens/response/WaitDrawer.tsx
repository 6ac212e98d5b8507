import { Button, Drawer } from 'antd';
import { Link } from 'react-router';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useWaits, waitFile } from '../../data/response.ts';
import type { WaitFilter, WaitPage } from '../../data/response.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { MoreButton } from '../../pieces/MoreButton.tsx';
import { useGroupNames } from '../../pieces/useGroupNames.ts';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';
import { sayWait } from './wait-words.ts';

/** The questions behind a number, each a door to where it was asked. */
export function WaitDrawer({ filter, onClose }: { filter: WaitFilter; onClose: () => void }) {
  const t = useText();
  const { communityId, can } = useHere();
  const waits = useWaits(communityId, filter);
  return (
    <Drawer
      open
      title={t(`response.behind.${filter.part}`)}
      size={Math.min(560, innerWidth)}
      onClose={onClose}
      extra={
        can('desk.manage') && (
          <Button size="small" icon={<Icon name="download" size={14} />} href={waitFile(communityId, filter)} download>
            {t('response.export')}
          </Button>
        )
      }
    >
      <Answer query={waits} rows={4}>
        {(pages) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <EmptyState kind="noMatch" title={t('response.noneBehind')} />;
          return (
            <>
              <ul className="waits">
                {items.map((wait) => (
                  <Wait key={wait.id} wait={wait} />
                ))}
              </ul>
              <MoreButton query={waits} />
            </>
          );
        }}
      </Answer>
    </Drawer>
  );
}

function Wait({ wait }: { wait: WaitPage['items'][number] }) {
  const t = useText();
  const { communityId } = useHere();
  const when = useWhen();
  const nameOf = useGroupNames(communityId);
  const { id, groupId, at, askedBy, excerpt, answer, minutes } = wait;
  const span = sayWait(t, minutes);
  return (
    <li>
      <p className="row wrap xs c3">
        <b className="s">{askedBy.name || t('talk.gone')}</b>
        <span>{[nameOf(groupId), when.moment(at)].join(' · ')}</span>
      </p>
      <Link className="words" to={`/c/${communityId}/inbox?q=${id}`}>
        {excerpt || t('response.noWords')}
      </Link>
      <p className="xs">
        {answer ? t('response.after', { span, name: answer.by.name }) : t('response.waits', { span })}
      </p>
    </li>
  );
}
