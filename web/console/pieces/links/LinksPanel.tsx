import { Button } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../kit/antd/Icon.tsx';
import type { Group } from '../../data/groups.ts';
import { useLinks } from '../../data/links.ts';
import type { JoinLink } from '../../data/links.ts';
import { useHere } from '../../data/session.ts';
import { useText } from '../../text.ts';
import { Answer } from '../Answer.tsx';
import { EmptyState } from '../EmptyState.tsx';
import { OnlyHere } from '../EntrancePoster.tsx';
import { LinkRow } from './LinkRow.tsx';
import { NewLinkDialog } from './NewLinkDialog.tsx';

/** Entrances of one group: open ones first, closed ones folded. */
export function LinksPanel({ group }: { group: Group }) {
  const t = useText();
  const { communityId, can } = useHere();
  const links = useLinks(communityId, group.id);
  const [making, setMaking] = useState(false);
  const may = can('groups.manage') && group.lifecycle !== 'dissolved';
  const newLink = (
    <Button size="small" icon={<Icon name="plus" size={14} />} onClick={() => setMaking(true)}>
      {t('link.new')}
    </Button>
  );
  return (
    <>
      <Answer query={links} rows={3}>
        {({ items }) =>
          items.length > 0 ? (
            <>
              {may && <div style={{ marginBottom: 6 }}>{newLink}</div>}
              <LinkRows group={group} links={items} />
            </>
          ) : (
            <EmptyState
              kind="nothing"
              title={t('link.none')}
              text={t('link.noneText')}
              action={may ? newLink : undefined}
            />
          )
        }
      </Answer>
      {making && <NewLinkDialog group={group} onClose={() => setMaking(false)} />}
    </>
  );
}

function LinkRows({ group, links }: { group: Group; links: JoinLink[] }) {
  const t = useText();
  const open = links.filter((link) => link.state === 'open');
  const closed = links.filter((link) => link.state !== 'open');
  return (
    <>
      <OnlyHere links={open} />
      {open.map((link) => (
        <LinkRow key={link.id} group={group} link={link} />
      ))}
      {closed.length > 0 && (
        <details className="closed-links">
          <summary className="s c3">{t('link.closed', { count: closed.length })}</summary>
          {closed.map((link) => (
            <LinkRow key={link.id} group={group} link={link} />
          ))}
        </details>
      )}
    </>
  );
}
