import type { ReactElement } from 'react';
import { formatCount } from '../../kit/format.ts';
import { useLanguage } from '../../kit/i18n.ts';
import { Avatar, Seal } from '../Avatar.tsx';
import type { Door } from '../door.ts';
import { Icon } from '../icons.tsx';
import { useT } from '../texts.ts';

/** The head of the door: who invites, the name, why it exists. */
export function Face({ door }: { door: Door }): ReactElement {
  const t = useT();
  const { group, community, inviter } = door;
  const name = community?.name ?? group?.name ?? '';
  return (
    <header className="fair tall hero">
      {inviter ? (
        <p className="inv">
          <Avatar face={{ id: inviter.name, ...inviter }} size={28} />
          <span>
            <b>{inviter.name}</b> {t('member:join.invites')}
          </span>
        </p>
      ) : (
        <p className="inv bare">{t('member:join.invitedPlain')}</p>
      )}
      <div className="name">
        <Seal name={name} size={54} />
        <div className="grow">
          <h1 className="song">{name}</h1>
          {community?.purpose ? <p>{community.purpose}</p> : null}
        </div>
      </div>
      <i className="eave" />
    </header>
  );
}

/** What everybody may know before entering: how many are inside, which group, what one can do there. */
export function About({ group }: { group: Door['group'] }): ReactElement {
  const t = useT();
  const language = useLanguage();
  return (
    <>
      {group ? (
        <ul className="facts num">
          <li>
            <b>{group.members > 0 ? formatCount(group.members, language) : t('member:join.newGroup')}</b>
            <span>{group.members > 0 ? t('member:join.membersInside') : t('member:join.beFirst')}</span>
          </li>
          <li className="room">
            <b>{group.name}</b>
            <span>{t('member:join.thisRoom')}</span>
          </li>
        </ul>
      ) : null}
      <section className="sec">
        <div className="sec-h">
          <h2>{t('member:join.whatTitle')}</h2>
        </div>
        <ul className="what card rows">
          <What icon="chat" title={t('member:join.talkTitle')} text={t('member:join.talkText')} />
          <What icon="phone" title={t('member:join.plainTitle')} text={t('member:join.plainText')} />
          <What icon="lock" title={t('member:join.yoursTitle')} text={t('member:join.yoursText')} />
        </ul>
      </section>
    </>
  );
}

function What({ icon, title, text }: { icon: 'chat' | 'phone' | 'lock'; title: string; text: string }): ReactElement {
  return (
    <li>
      <Icon name={icon} />
      <div>
        <b>{title}</b>
        <p className="s c2">{text}</p>
      </div>
    </li>
  );
}
