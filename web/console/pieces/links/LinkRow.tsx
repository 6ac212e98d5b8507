import { Button, Popconfirm } from 'antd';
import type { Group } from '../../data/groups.ts';
import { useRevokeLink } from '../../data/links.ts';
import type { JoinLink } from '../../data/links.ts';
import { useHere } from '../../data/session.ts';
import { useText } from '../../text.ts';
import { EntrancePoster } from '../EntrancePoster.tsx';
import { useTellProblem } from '../problems.ts';
import { useWhen } from '../when.ts';

/** One entrance: channel, who came through it, its term, and its QR while it is open. */
export function LinkRow({ group, link }: { group: Pick<Group, 'id' | 'name'>; link: JoinLink }) {
  const t = useText();
  const when = useWhen();
  const { communityId, can } = useHere();
  const revoke = useRevokeLink(communityId, group.id);
  const tellProblem = useTellProblem();
  const { state } = link;
  return (
    <article className={state === 'open' ? 'linkrow' : 'linkrow shut'}>
      <div className="row">
        <b className="grow ell">{link.channel || t('link.noChannel')}</b>
        <span className={state === 'open' ? 'tag j' : 'tag'}>{t(`link.${state}`)}</span>
      </div>
      <div className="s c3">
        {link.maxUses === null
          ? t('link.uses', { uses: link.uses })
          : t('link.usesOf', { uses: link.uses, max: link.maxUses })}
        {' · '}
        {link.expiresAt ? t('link.until', { when: when.moment(link.expiresAt) }) : t('link.forever')}
      </div>
      {state === 'open' && (
        <>
          <EntrancePoster communityId={communityId} link={link} groupName={group.name} size={112} />
          {can('groups.manage') && (
            <Popconfirm
              title={t('link.revokeAsk')}
              description={t('link.revokeText')}
              okText={t('link.revoke')}
              onConfirm={() => revoke.mutateAsync(link.id).catch(tellProblem)}
            >
              <Button size="small" type="link" danger>
                {t('link.revoke')}
              </Button>
            </Popconfirm>
          )}
        </>
      )}
    </article>
  );
}
