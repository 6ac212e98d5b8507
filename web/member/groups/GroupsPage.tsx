import { useEffect, type ReactElement } from 'react';
import { formatCount } from '../../kit/format.ts';
import { useLanguage } from '../../kit/i18n.ts';
import { Seal } from '../Avatar.tsx';
import { Icon } from '../icons.tsx';
import { ProblemPage, StatePage, Waiting } from '../Notice.tsx';
import { Link } from '../router.tsx';
import { countUnread, getSelf, type MyCommunity, type MyGroup } from '../self.ts';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';
import './groups.css';

/** `/m`: every group that this phone is in. */
export function GroupsPage(): ReactElement {
  const t = useT();
  const self = useLoad('self', getSelf);
  useEffect(() => {
    document.title = t('member:groups.title');
  }, [t]);
  const communities = self.data?.communities ?? [];
  const isNew = self.error?.status === 401 || self.error?.status === 403 || (self.data && communities.every(isEmpty));
  if (isNew) return <StatePage title={t('member:groups.none')} text={t('member:groups.noneText')} />;
  if (self.error && !self.data) return <ProblemPage error={self.error} retry={self.reload} />;
  if (!self.data) return <Waiting />;
  return (
    <>
      <header className="fair low groups-head">
        <h1 className="song">{t('member:groups.title')}</h1>
        <i className="eave" />
      </header>
      <main className="wrap groups">
        {communities
          .filter((community) => !isEmpty(community))
          .map((community) => (
            <CommunityPart key={community.id} community={community} />
          ))}
      </main>
    </>
  );
}

function CommunityPart({ community }: { community: MyCommunity }): ReactElement {
  const t = useT();
  return (
    <section className="sec">
      <div className="sec-h">
        <h2>{community.name}</h2>
        <span className="xs c3">{t('member:groups.as', { name: community.identity.name })}</span>
      </div>
      <ul className="card rows">
        {community.groups.map((group) => (
          <GroupLine key={group.id} group={group} />
        ))}
        {community.applications.map((application) => (
          <li key={application.groupId} className="group-row">
            <Seal name={application.groupName} size={44} />
            <span className="grow">
              <b className="ell">{application.groupName}</b>
              <span className="xs c3">
                {application.state === 'waiting'
                  ? t('member:groups.waiting')
                  : (application.reason ?? t('member:groups.declined'))}
              </span>
            </span>
          </li>
        ))}
        {community.groups.length === 0 && community.applications.length === 0
          ? community.former.map((group) => (
              <li key={group.id} className="group-row former">
                <Seal name={group.name} size={44} />
                <span className="grow">
                  <b className="ell">{group.name}</b>
                  <span className="xs c3">{t('member:groups.former')}</span>
                </span>
              </li>
            ))
          : null}
        {community.former.some(({ leftHow }) => leftHow !== 'left') ? (
          <li>
            <Link className="group-row" to={`/m/cases/${community.id}`}>
              <span className="grow">
                <b className="ell">{t('member:cases.title')}</b>
                <span className="xs c3">{t('member:cases.doorText')}</span>
              </span>
              <Icon name="forward" size={20} />
            </Link>
          </li>
        ) : null}
      </ul>
    </section>
  );
}

function GroupLine({ group }: { group: MyGroup }): ReactElement {
  const t = useT();
  const language = useLanguage();
  const { data: news } = useLoad(`unread ${group.id}`, () => countUnread(group.id));
  return (
    <li>
      <Link className="group-row" to={`/g/${group.id}`}>
        <Seal name={group.name} size={44} />
        <span className="grow">
          <b className="ell">{group.name}</b>
          <span className="xs c3 num">
            {news?.mentioned ? <span className="called">{t('member:groups.mentioned')} </span> : null}
            {t('member:chat.people', { count: formatCount(group.members, language) })}
          </span>
        </span>
        {news && news.unread > 0 ? (
          <span className="badge num">
            <span aria-hidden="true">{news.unread > 99 ? '99+' : news.unread}</span>
            <span className="hidden">{t('member:groups.unread', { count: news.unread })}</span>
          </span>
        ) : (
          <Icon name="forward" size={20} />
        )}
      </Link>
    </li>
  );
}

function isEmpty({ groups, applications, former }: MyCommunity): boolean {
  return groups.length + applications.length + former.length === 0;
}
