// Me in one community: the card and who sees each line of it, what I allow, my phones, how the app looks, and my records.
import { useEffect, useState, type ReactElement } from 'react';
import { daysBetween } from '../../kit/format.ts';
import { problemText } from '../../kit/texts.ts';
import { Avatar } from '../Avatar.tsx';
import { useNow } from '../clock.ts';
import { cardLines, getGroup, type GroupView } from '../group.ts';
import { Icon } from '../icons.tsx';
import { ProblemPage, Waiting } from '../Notice.tsx';
import { changeProfile, getProfile, getSelf, type MyCommunity, type Profile } from '../self.ts';
import { Tabs } from '../Tabs.tsx';
import { Toast, useToast } from '../Toast.tsx';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';
import { CardPrompt } from '../people/CardPrompt.tsx';
import { PointsDoor } from '../points/PointsDoor.tsx';
import { CardSheet } from './CardSheet.tsx';
import { LevelSection } from './LevelSection.tsx';
import { LookSection } from './LookSection.tsx';
import { NoticeDue } from './NoticeDue.tsx';
import { NoticesSection } from './NoticesSection.tsx';
import { PhonesSection } from './PhonesSection.tsx';
import { RecordsSection } from './RecordsSection.tsx';
import './me.css';

interface MyPlace {
  view: GroupView;
  community: MyCommunity;
  profile: Profile;
}

async function loadMyPlace(groupId: string): Promise<MyPlace> {
  const view = await getGroup(groupId);
  const [profile, self] = await Promise.all([getProfile(view.communityId), getSelf()]);
  const community = self.communities.find(({ id }) => id === view.communityId);
  if (!community) throw new Error('the phone is in a group of a community that it does not carry');
  return { view, community, profile };
}

/** `/g/:groupId/me` */
export function MePage({ groupId }: { groupId: string }): ReactElement {
  const loaded = useLoad(`me ${groupId}`, () => loadMyPlace(groupId));
  if (loaded.error && !loaded.data) return <ProblemPage error={loaded.error} retry={loaded.reload} />;
  if (!loaded.data) return <Waiting />;
  return <Me place={loaded.data} onChange={(change) => loaded.data && loaded.set({ ...loaded.data, ...change })} />;
}

function Me({ place, onChange }: { place: MyPlace; onChange: (change: Partial<MyPlace>) => void }): ReactElement {
  const t = useT();
  const toast = useToast();
  const [isEditing, setEditing] = useState(false);
  const { view, community, profile } = place;
  useEffect(() => {
    document.title = t('member:me.pageTitle', { community: community.name });
  }, [t, community.name]);
  const setPrivacy = async (privacy: Partial<Profile['privacy']>): Promise<void> => {
    const before = profile;
    onChange({ profile: { ...profile, privacy: { ...profile.privacy, ...privacy } } });
    try {
      onChange({ profile: await changeProfile(community.id, { privacy }) });
    } catch (thrown) {
      onChange({ profile: before });
      toast.show(problemText(thrown));
    }
  };
  return (
    <div className="tabbed">
      <main className="wrap">
        {community.privacyDue ? (
          <NoticeDue
            communityId={community.id}
            notice={community.privacyDue}
            onDone={() => onChange({ community: { ...community, privacyDue: null } })}
          />
        ) : null}
        <CardPrompt communityId={community.id} groupId={view.group.id} />
        <MyCard place={place} onEdit={() => setEditing(true)} />
        <LevelSection communityId={community.id} />
        <PointsDoor groupId={view.group.id} communityId={community.id} />
        <PrivacySection privacy={profile.privacy} onSet={(privacy) => void setPrivacy(privacy)} />
        <NoticesSection groupId={view.group.id} communityId={community.id} onSaid={toast.show} />
        <PhonesSection communityId={community.id} onSaid={toast.show} />
        <LookSection />
        <RecordsSection community={community} view={view} />
      </main>
      <Tabs groupId={view.group.id} here="me" />
      {isEditing ? (
        <CardSheet
          communityId={community.id}
          profile={profile}
          onClose={() => setEditing(false)}
          onSaved={(saved) => {
            onChange({ profile: saved });
            setEditing(false);
            toast.show(t('member:me.saved'));
          }}
        />
      ) : null}
      <Toast text={toast.text} />
    </div>
  );
}

function MyCard({ place, onEdit }: { place: MyPlace; onEdit: () => void }): ReactElement {
  const t = useT();
  const { profile, view, community } = place;
  const now = new Date(useNow(false));
  const { identity, card } = profile;
  const head = [card.profession?.text, card.city?.text].filter(Boolean).join(' · ');
  const lines = cardLines.filter((line) => !['profession', 'city'].includes(line) && card[line]);
  const hidden = cardLines.filter((line) => card[line]?.visibility === 'team');
  const missing = [...cardLines, 'tags' as const].filter((line) => !card[line]);
  const days = daysBetween(view.membership.joinedAt, now) + 1;
  return (
    <article className="nc card">
      <div className="row">
        <Avatar face={identity} size={60} />
        <div className="grow">
          <h1>{identity.name}</h1>
          <p className="s c2">{head || community.name}</p>
        </div>
        <button type="button" className="btn line sm" onClick={onEdit}>
          {t('member:me.editCard')}
        </button>
      </div>
      {lines.length > 0 ? (
        <dl className="card-lines">
          {lines.map((line) => (
            <div key={line}>
              <dt>{t(`member:card.${line}`)}</dt>
              <dd>
                {card[line]?.text}{' '}
                {card[line]?.visibility === 'team' ? <span className="tag">{t('member:card.teamOnly')}</span> : null}
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="s c2 no-lines">{t('member:me.emptyCard')}</p>
      )}
      {card.tags ? <p className="s c2">{card.tags.items.map((tag) => `#${tag}`).join(' ')}</p> : null}
      {missing.length > 0 && missing.length <= 5 ? (
        <p className="xs c3">
          {t('member:me.missing', {
            lines: missing.map((line) => t(`member:card.${line}`)).join(t('member:me.comma')),
          })}
        </p>
      ) : null}
      <p className="row xs c3 vis">
        <Icon name="eye" size={16} />
        <span className="grow">
          {hidden.length > 0 ? t('member:me.seenMixed', { count: hidden.length }) : t('member:me.seenByMates')}
        </span>
        <span className="num">{t('member:me.day', { count: days })}</span>
      </p>
    </article>
  );
}

const switches = ['findable', 'featured', 'offers', 'uncontacted'] as const;

function PrivacySection({
  privacy,
  onSet,
}: {
  privacy: Profile['privacy'];
  onSet: (privacy: Partial<Profile['privacy']>) => void;
}): ReactElement {
  const t = useT();
  return (
    <section className="sec">
      <div className="sec-h">
        <h2>{t('member:me.privacyTitle')}</h2>
      </div>
      <ul className="card rows set">
        {switches.map((key) => (
          <li key={key}>
            <div className="grow" id={`privacy-${key}`}>
              <b>{t(`member:privacy.${key}`)}</b>
              <p className="xs c3">{t(`member:privacy.${key}Text`)}</p>
            </div>
            <button
              type="button"
              role="switch"
              className="sw"
              aria-checked={privacy[key]}
              aria-labelledby={`privacy-${key}`}
              onClick={() => onSet({ [key]: !privacy[key] })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
