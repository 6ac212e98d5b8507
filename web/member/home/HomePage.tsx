import { useEffect, useState, type ReactElement } from 'react';
import { formatCount, formatDate, formatMoment } from '../../kit/format.ts';
import { useLanguage } from '../../kit/i18n.ts';
import { problemText } from '../../kit/texts.ts';
import { Avatar } from '../Avatar.tsx';
import { copyText } from '../clipboard.ts';
import { useNow } from '../clock.ts';
import { getGroup, inviteFriend, listMembers, type GroupMember, type GroupView } from '../group.ts';
import { listCheckIns } from '../check-in/check-ins.ts';
import { Icon } from '../icons.tsx';
import { ListWait } from '../ListWait.tsx';
import { ProblemPage, Waiting } from '../Notice.tsx';
import { Link } from '../router.tsx';
import { Sheet } from '../Sheet.tsx';
import { Tabs } from '../Tabs.tsx';
import { Toast, useToast } from '../Toast.tsx';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';
import { RoundBar } from '../round/RoundBar.tsx';
import { SeedBar } from '../seeds/SeedBar.tsx';
import { useSeedMarks } from '../seeds/seeds.ts';
import { RulesDue } from '../rules/RulesDue.tsx';
import { MateSheet } from './MateSheet.tsx';
import { Stewards } from './Stewards.tsx';
import './home.css';

/** `/g/:groupId/home`: the notice, who is here, how to bring a friend. */
export function HomePage({ groupId }: { groupId: string }): ReactElement {
  const loaded = useLoad(groupId, () => getGroup(groupId));
  if (loaded.error && !loaded.data) return <ProblemPage error={loaded.error} retry={loaded.reload} />;
  return loaded.data ? <Home view={loaded.data} /> : <Waiting />;
}

function Home({ view }: { view: GroupView }): ReactElement {
  const t = useT();
  const language = useLanguage();
  const toast = useToast();
  const now = new Date(useNow(false));
  const [invite, setInvite] = useState<string>();
  const { group, membership, abilities } = view;
  useEffect(() => {
    document.title = group.name;
  }, [group.name]);
  const openInvite = async (): Promise<void> => {
    try {
      setInvite((await inviteFriend(group.id)).url);
    } catch (thrown) {
      toast.show(problemText(thrown));
    }
  };
  return (
    <div className="tabbed">
      <header className="fair low hd">
        <p className="s d num">{formatDate(now, { language })}</p>
        <h1 className="song">{t(greetingKey(now.getHours()), { name: membership.name })}</h1>
        <p className="s d num">
          {t('member:home.inGroup', { group: group.name, count: formatCount(group.members, language) })}
        </p>
        <i className="eave" />
      </header>
      <main className="wrap">
        <RoundBar groupId={group.id} />
        <SeedBar groupId={group.id} />
        <Link className="card come" to={`/g/${group.id}`}>
          <Icon name="chat" size={26} />
          <span className="grow">
            <b>{t('member:home.toChat')}</b>
            <span className="s c2">{group.mutedAll ? t('member:home.toChatQuiet') : t('member:home.toChatText')}</span>
          </span>
          <span className="btn sm">{t('member:home.enter')}</span>
        </Link>
        <CheckInDoor groupId={group.id} />
        {group.notice?.text ? (
          <section className="sec">
            <div className="sec-h">
              <h2>{t('member:chat.announcement')}</h2>
              <span className="xs c3 num">{formatMoment(group.notice.at, { language })}</span>
            </div>
            <p className="card notice-card">{group.notice.text}</p>
          </section>
        ) : null}
        <Link className="card come" to={`/g/${group.id}/rules`}>
          <Icon name="scroll" size={26} />
          <span className="grow">
            <b>{t('member:rules.title')}</b>
            <span className="s c2">{t('member:rules.doorText')}</span>
          </span>
          <Icon name="forward" size={20} />
        </Link>
        <Link className="card come" to={`/g/${group.id}/people`}>
          <Icon name="people" size={26} />
          <span className="grow">
            <b>{t('member:people.door')}</b>
            <span className="s c2">{t('member:people.doorText')}</span>
          </span>
          <Icon name="forward" size={20} />
        </Link>
        <Stewards groupId={group.id} />
        <People groupId={group.id} me={membership.identityId} total={group.members} />
        {abilities.invite ? (
          <section className="sec">
            <button type="button" className="btn line" onClick={() => void openInvite()}>
              <Icon name="people" size={22} />
              {t('member:home.invite')}
            </button>
          </section>
        ) : null}
      </main>
      <Tabs groupId={group.id} here="home" />
      <RulesDue groupId={group.id} />
      {invite ? <InviteSheet url={invite} onClose={() => setInvite(undefined)} onSaid={toast.show} /> : null}
      <Toast text={toast.text} />
    </div>
  );
}

/** The way to the check-in with what it stands at; nothing where none is played, and it keeps nobody from the rest of the page. */
function CheckInDoor({ groupId }: { groupId: string }): ReactElement | null {
  const t = useT();
  const { data } = useLoad(`check-in door ${groupId}`, () => listCheckIns(groupId));
  // The first that can be done now stands for all.
  const checkIn = data?.find((one) => one.today.state === 'open') ?? data?.[0];
  if (!checkIn) return null;
  const { me, today } = checkIn;
  const isDone = today.state === 'done';
  return (
    <Link className="card come" to={`/g/${groupId}/check-in`}>
      <Icon name={isDone ? 'check' : 'flame'} size={26} />
      <span className="grow">
        <b>{checkIn.name}</b>
        <span className="s c2">
          {me.streak > 0 ? t('member:checkIn.doorStreak', { count: me.streak }) : t('member:checkIn.doorNew')}
        </span>
      </span>
      <span className="btn sm line">{t(isDone ? 'member:checkIn.doorLook' : 'member:checkIn.doorGo')}</span>
    </Link>
  );
}

function People({ groupId, me, total }: { groupId: string; me: string; total: number }): ReactElement {
  const t = useT();
  const marks = useSeedMarks(groupId);
  const [extra, setExtra] = useState<{ items: GroupMember[]; nextCursor: string | null }>();
  const [open, setOpen] = useState<GroupMember>();
  const first = useLoad(`people ${groupId}`, () => listMembers(groupId, { limit: 24 }));
  const items = [...(first.data?.items ?? []), ...(extra?.items ?? [])];
  const cursor = extra ? extra.nextCursor : first.data?.nextCursor;
  const more = async (): Promise<void> => {
    const page = await listMembers(groupId, { cursor: cursor ?? '', limit: 60 });
    setExtra({ items: [...(extra?.items ?? []), ...page.items], nextCursor: page.nextCursor });
  };
  return (
    <section className="sec">
      <div className="sec-h">
        <h2>{t('member:home.whoTitle')}</h2>
        <span className="xs c3 num">{t('member:chat.people', { count: total })}</span>
      </div>
      <ListWait loaded={first} height={180} />
      <ul className="faces">
        {items.map((member) => (
          <li key={member.identityId}>
            <button type="button" onClick={() => setOpen(member)}>
              <Avatar face={{ ...member, id: member.identityId }} size={52} />
              <span className="xs ell">{member.identityId === me ? t('member:chat.you') : member.name}</span>
              {member.role !== 'member' ? (
                <span className={member.role === 'owner' ? 'tag r' : 'tag g'}>{t(`member:role.${member.role}`)}</span>
              ) : null}
              {marks.has(member.identityId) ? <span className="tag j">{t('member:seed.mark')}</span> : null}
            </button>
          </li>
        ))}
      </ul>
      {cursor ? (
        <button type="button" className="btn line" onClick={() => void more().catch(first.reload)}>
          {t('member:home.morePeople')}
        </button>
      ) : null}
      {open ? (
        <MateSheet
          groupId={groupId}
          mate={open}
          isSeed={marks.has(open.identityId)}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </section>
  );
}

function InviteSheet({
  url,
  onClose,
  onSaid,
}: {
  url: string;
  onClose: () => void;
  onSaid: (text: string) => void;
}): ReactElement {
  const t = useT();
  const copy = async (): Promise<void> =>
    onSaid((await copyText(url)) ? t('member:menu.copied') : t('member:menu.notCopied'));
  return (
    <Sheet title={t('member:home.invite')} onClose={onClose}>
      <p className="s c2">{t('member:home.inviteText')}</p>
      <p className="link-text">{url}</p>
      <button type="button" className="btn" onClick={() => void copy()}>
        {t('member:home.copyLink')}
      </button>
    </Sheet>
  );
}

function greetingKey(hour: number) {
  if (hour < 5) return 'member:home.night';
  if (hour < 11) return 'member:home.morning';
  if (hour < 14) return 'member:home.noon';
  return hour < 18 ? 'member:home.afternoon' : 'member:home.evening';
}
