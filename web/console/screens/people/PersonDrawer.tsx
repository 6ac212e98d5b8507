import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useGroups } from '../../data/groups.ts';
import { usePerson, useRestoreLink } from '../../data/people.ts';
import type { PersonDetail } from '../../data/people.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { copyText } from '../../pieces/copy.ts';
import { Face } from '../../pieces/Face.tsx';
import { useCarrierName } from '../../pieces/GroupTags.tsx';
import { RoleTag } from '../../pieces/MemberList.tsx';
import { useTellProblem } from '../../pieces/problems.ts';
import { useQrPicture } from '../../pieces/qr.ts';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';
import type { ConsoleKey } from '../../text.ts';

const cardFields = ['profession', 'city', 'industry', 'offers', 'needs'] as const;

/** One person: card, accounts, stays, and the way back in after a lost phone. */
export function PersonDrawer({ personId, onClose }: { personId: string; onClose: () => void }) {
  const { communityId } = useHere();
  const person = usePerson(communityId, personId);
  return (
    <aside className="card dr">
      <Answer query={person}>{(found) => <Opened person={found} onClose={onClose} />}</Answer>
    </aside>
  );
}

function Opened({ person, onClose }: { person: PersonDetail; onClose: () => void }) {
  const t = useText();
  const when = useWhen();
  const carrierName = useCarrierName();
  const { can } = useHere();
  const name = person.identities[0]?.name ?? '';
  const card = cardFields.flatMap((field) => (person.card[field] ? [{ field, ...person.card[field] }] : []));
  return (
    <>
      <div className="drh">
        <Face name={name} seed={person.identities[0]?.id} size={44} pictureId={person.identities[0]?.pictureId} />
        <div className="grow">
          <h2 className="h2 ell">{name}</h2>
          <div className="xs c3">{t('people.since', { when: when.day(person.createdAt) })}</div>
        </div>
        <button type="button" className="tb" onClick={onClose} aria-label={t('common.close')}>
          <Icon name="close" size={17} />
        </button>
      </div>
      <div className="drb person" tabIndex={0}>
        {card.length > 0 && (
          <section>
            <h3 className="lab">{t('people.card')}</h3>
            <dl className="facts">
              {card.map(({ field, text }) => (
                <div key={field} style={{ display: 'contents' }}>
                  <dt>{t(`people.cardField.${field}`)}</dt>
                  <dd className="words">{text}</dd>
                </div>
              ))}
            </dl>
          </section>
        )}
        <section>
          <h3 className="lab">{t('people.identities')}</h3>
          <ul className="people-list">
            {person.identities.map((identity) => (
              <li key={identity.id}>
                <Face name={identity.name} seed={identity.id} size={26} pictureId={identity.pictureId} />
                <span className="grow ell">{identity.name}</span>
                <span className="xs c3">{carrierName(identity.carrier)}</span>
              </li>
            ))}
          </ul>
        </section>
        <Stays person={person} />
      </div>
      {can('people.manage') && <RestoreLink personId={person.personId} name={name} />}
    </>
  );
}

function Stays({ person }: { person: PersonDetail }) {
  const t = useText();
  const when = useWhen();
  const { communityId } = useHere();
  const groups = useGroups(communityId, { limit: 200 });
  const nameOf = (groupId: string) =>
    groups.data?.items.find(({ id }) => id === groupId)?.name ?? t('people.otherGroup');
  return (
    <section>
      <h3 className="lab">{t('people.stays')}</h3>
      <ul className="people-list">
        {person.memberships.map((stay) => (
          <li key={stay.id}>
            <div className="grow">
              <div className="row">
                <Link className="link ell" to={`/c/${communityId}/groups/${stay.groupId}`}>
                  {nameOf(stay.groupId)}
                </Link>
                <RoleTag role={stay.role} />
              </div>
              <div className="xs c3">
                {t('people.stayFrom', { when: when.moment(stay.joinedAt), source: stay.source })}
                {stay.leftAt &&
                  ` · ${t('people.stayTo', { when: when.moment(stay.leftAt), how: t(leftKey(stay.leftHow)) })}`}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function leftKey(how: string | null): ConsoleKey {
  return how === 'kicked' || how === 'banned' || how === 'erased' || how === 'dissolved'
    ? `people.left.${how}`
    : 'people.left.left';
}

function RestoreLink({ personId, name }: { personId: string; name: string }) {
  const t = useText();
  const when = useWhen();
  const { communityId } = useHere();
  const { modal, message } = App.useApp();
  const restore = useRestoreLink(communityId, personId);
  const tellProblem = useTellProblem();
  const [link, setLink] = useState<{ url: string; expiresAt: string }>();
  const qr = useQrPicture(link?.url);
  const ask = () =>
    modal.confirm({
      title: t('people.restoreAsk', { name }),
      content: t('people.restoreText'),
      okText: t('people.restoreMake'),
      onOk: () => restore.mutateAsync(undefined).then(setLink).catch(tellProblem),
    });
  return (
    <div className="drf">
      <Button onClick={() => void ask()}>{t('people.restore')}</Button>
      {link && (
        <Modal open title={t('people.restoreReady', { name })} onCancel={() => setLink(undefined)} footer={null}>
          <p className="c2">{t('people.restoreOnce', { when: when.moment(link.expiresAt) })}</p>
          {qr && <img className="qr-inline" src={qr} width={200} height={200} alt={t('people.restoreQr')} />}
          <p className="words link">{link.url}</p>
          <Button
            icon={<Icon name="copy" />}
            onClick={() => void copyText(link.url).then((done) => done && message.success(t('link.copied')))}
          >
            {t('link.copy')}
          </Button>
        </Modal>
      )}
    </div>
  );
}
