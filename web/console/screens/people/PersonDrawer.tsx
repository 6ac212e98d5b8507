import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useArchiveLink, usePerson, useRestoreLink } from '../../data/people.ts';
import type { PersonDetail } from '../../data/people.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { copyText } from '../../pieces/copy.ts';
import { Face } from '../../pieces/Face.tsx';
import { useCarrierName } from '../../pieces/GroupTags.tsx';
import { CardFacts, Identities, Stays } from '../../pieces/person/PersonFacts.tsx';
import { PersonLevels } from '../../pieces/person/PersonLevels.tsx';
import { PointsStatement } from '../../pieces/person/PointsStatement.tsx';
import { Timeline } from '../../pieces/person/Timeline.tsx';
import { useTellProblem } from '../../pieces/problems.ts';
import { useQrPicture } from '../../pieces/qr.ts';
import { Tabs } from '../../pieces/Tabs.tsx';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';
import { MergeByHand } from './merging/MergeByHand.tsx';
import { MergeHistory } from './merging/MergeHistory.tsx';
import { ProfileTab } from './profile/ProfileTab.tsx';

/** One person: what happened, card, accounts and stays, and the way back in after a lost phone. */
export function PersonDrawer({ personId, startsWith = 'timeline', onClose }: PersonDrawerProps) {
  const { communityId } = useHere();
  const person = usePerson(communityId, personId);
  return (
    <aside className="card dr">
      <Answer query={person}>{(found) => <Opened person={found} startsWith={startsWith} onClose={onClose} />}</Answer>
    </aside>
  );
}

type Tab = 'timeline' | 'profile' | 'standing' | 'card' | 'groups';

interface PersonDrawerProps {
  personId: string;
  /** The tab that is open first. */
  startsWith?: Tab;
  onClose: () => void;
}

function Opened({ person, startsWith, onClose }: { person: PersonDetail; startsWith: Tab; onClose: () => void }) {
  const t = useText();
  const when = useWhen();
  const carrierName = useCarrierName();
  const { can } = useHere();
  const [tab, setTab] = useState<Tab>(startsWith);
  const [first] = person.identities;
  const name = first?.name ?? '';
  const here = person.memberships.filter(({ leftAt }) => leftAt === null).length;
  const hasCard = Object.values(person.card).some(Boolean);
  return (
    <>
      <div className="drh">
        <Face name={name} seed={first?.id} size={46} pictureId={first?.pictureId} />
        <div className="grow">
          <h2 className="h2 ell">{name}</h2>
          <div className="xs c3 ell">
            {[
              person.card.profession?.text,
              person.card.city?.text,
              t('people.since', { when: when.day(person.createdAt) }),
            ]
              .filter(Boolean)
              .join(t('pulse.comma'))}
          </div>
          {person.identities.length > 1 && (
            <div className="row wrap idtags">
              <span className="xs c3">{t('people.merged', { count: person.identities.length })}</span>
              {person.identities.map((identity) => (
                <span key={identity.id} className="tag">
                  {carrierName(identity.carrier)} {identity.name}
                </span>
              ))}
            </div>
          )}
        </div>
        <button type="button" className="tb" onClick={onClose} aria-label={t('common.close')}>
          <Icon name="close" size={17} />
        </button>
      </div>
      <Tabs
        label={name}
        value={tab}
        onChange={setTab}
        items={[
          { key: 'timeline', text: t('people.timeline') },
          { key: 'profile', text: t('profile.tab') },
          ...(can('points.read') || can('levels.read')
            ? [{ key: 'standing' as const, text: t('personLevels.tab') }]
            : []),
          { key: 'card', text: t('people.card') },
          { key: 'groups', text: t('people.inGroups', { count: here }) },
        ]}
      >
        {tab === 'timeline' && <Timeline personId={person.personId} />}
        {tab === 'profile' && <ProfileTab personId={person.personId} />}
        {tab === 'standing' && (
          <>
            {can('levels.read') && <PersonLevels personId={person.personId} />}
            {can('points.read') && <PointsStatement personId={person.personId} />}
          </>
        )}
        {tab === 'card' && (
          <div className="person">
            {hasCard ? <CardFacts person={person} /> : <p className="s c3">{t('people.noCard')}</p>}
            <Identities person={person} />
            <MergeHistory personId={person.personId} />
          </div>
        )}
        {tab === 'groups' && (
          <div className="person">
            <Stays person={person} />
          </div>
        )}
      </Tabs>
      {can('people.manage') && (
        <div className="drf wrap">
          <RestoreLink personId={person.personId} name={name} />
          <ArchiveLink personId={person.personId} name={name} />
          <MergeByHand personId={person.personId} name={name} />
        </div>
      )}
    </>
  );
}

function RestoreLink({ personId, name }: { personId: string; name: string }) {
  const t = useText();
  const { communityId } = useHere();
  const restore = useRestoreLink(communityId, personId);
  return (
    <SecretLink
      text={t('people.restore')}
      ask={{
        title: t('people.restoreAsk', { name }),
        content: t('people.restoreText'),
        okText: t('people.restoreMake'),
      }}
      ready={t('people.restoreReady', { name })}
      until={(when) => t('people.restoreOnce', { when })}
      qr={t('people.restoreQr')}
      make={() => restore.mutateAsync(undefined)}
    />
  );
}

/** Everything about a person, for the person: when they ask for it. */
function ArchiveLink({ personId, name }: { personId: string; name: string }) {
  const t = useText();
  const { communityId } = useHere();
  const archive = useArchiveLink(communityId, personId);
  return (
    <SecretLink
      text={t('people.archive')}
      ask={{
        title: t('people.archiveAsk', { name }),
        content: t('people.archiveText'),
        okText: t('people.archiveMake'),
      }}
      ready={t('people.archiveReady', { name })}
      until={(when) => t('people.archiveUntil', { when })}
      make={() => archive.mutateAsync(undefined)}
    />
  );
}

interface SecretLinkProps {
  text: string;
  ask: { title: string; content: string; okText: string };
  ready: string;
  until: (when: string) => string;
  /** What the picture of the link is called, where one is shown. */
  qr?: string;
  make: () => Promise<{ url: string; expiresAt: string }>;
}

/** A button that asks once more, and then shows a link that is shown once. */
function SecretLink({ text, ask, ready, until, qr: qrName, make }: SecretLinkProps) {
  const t = useText();
  const when = useWhen();
  const { modal, message } = App.useApp();
  const tellProblem = useTellProblem();
  const [link, setLink] = useState<{ url: string; expiresAt: string }>();
  const qr = useQrPicture(qrName ? link?.url : undefined);
  const start = () => modal.confirm({ ...ask, onOk: () => make().then(setLink).catch(tellProblem) });
  return (
    <>
      <Button onClick={() => void start()}>{text}</Button>
      {link && (
        <Modal open title={ready} onCancel={() => setLink(undefined)} footer={null}>
          <p className="c2">{until(when.moment(link.expiresAt))}</p>
          {qr && <img className="qr-inline" src={qr} width={200} height={200} alt={qrName} />}
          <p className="words link">{link.url}</p>
          <Button
            icon={<Icon name="copy" />}
            onClick={() => void copyText(link.url).then((done) => done && message.success(t('link.copied')))}
          >
            {t('link.copy')}
          </Button>
        </Modal>
      )}
    </>
  );
}
