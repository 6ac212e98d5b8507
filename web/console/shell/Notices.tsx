// The bell: what came up by itself and is worth a look (alarms, promises that were missed, cases of the rules). Seen is
// remembered on this device; nothing is settled by looking.
import { Popover } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Icon } from '../../kit/antd/Icon.tsx';
import type { IconName } from '../../kit/antd/Icon.tsx';
import type { Here } from '../data/session.ts';
import { useToday } from '../data/today.ts';
import type { Today } from '../data/today.ts';
import { Answer } from '../pieces/Answer.tsx';
import { useWhen } from '../pieces/when.ts';
import { useText } from '../text.ts';
import type { Say } from '../text.ts';
import { hasScreen } from './menu.ts';

interface Notice {
  key: string;
  icon: IconName;
  tone: string;
  text: string;
  line?: string;
  at?: string;
  to: string | undefined;
}

/** The bell with what is worth a look. */
export function Notices({ here }: { here: Here }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const today = useToday(here.communityId);
  const notices = today.data ? noticesOf(today.data, t) : [];
  const [seen, keepSeen] = useSeen(here.communityId);
  const fresh = notices.filter(({ key }) => !seen.has(key)).length;
  const change = (next: boolean) => {
    setOpen(next);
    if (!next) keepSeen(notices.map(({ key }) => key));
  };
  return (
    <Popover
      open={open}
      onOpenChange={change}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      classNames={{ root: 'bubble' }}
      content={
        <section aria-label={t('notices.title')}>
          <h2 className="h2">{t('notices.title')}</h2>
          <Answer query={today} rows={3}>
            {() => <List base={`/c/${here.communityId}`} notices={notices} onGo={() => change(false)} />}
          </Answer>
        </section>
      }
    >
      <button
        type="button"
        className="tb bell"
        aria-label={fresh > 0 ? t('notices.fresh', { count: fresh }) : t('notices.title')}
        aria-expanded={open}
      >
        <Icon name="bell" size={18} />
        {fresh > 0 && <i className="dot" />}
      </button>
    </Popover>
  );
}

function List({ base, notices, onGo }: { base: string; notices: Notice[]; onGo: () => void }) {
  const t = useText();
  const when = useWhen();
  if (notices.length === 0) return <p className="c2 s bubble-none">{t('notices.none')}</p>;
  return (
    <ul className="bubble-list">
      {notices.map(({ key, icon, tone, text, line, at, to }) => {
        const words = (
          <>
            <span className={tone}>
              <Icon name={icon} size={16} />
            </span>
            <span className="grow">
              {text}
              {line && <span className="xs c3 bubble-line">{line}</span>}
            </span>
            {at && <time className="xs c3 nw">{when.moment(at)}</time>}
          </>
        );
        return (
          <li key={key}>
            {to ? (
              <Link to={`${base}/${to}`} onClick={onGo}>
                {words}
              </Link>
            ) : (
              <div>{words}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function noticesOf({ alarms, questions, cases }: Today, t: Say): Notice[] {
  const casesTo = hasScreen(cases.behind) ? cases.behind : undefined;
  return [
    ...(cases.appealed > 0
      ? [
          {
            key: `appealed ${cases.appealed}`,
            icon: 'scales' as const,
            tone: 'red',
            text: t('notices.appealed', { count: cases.appealed }),
            to: casesTo,
          },
        ]
      : []),
    ...(questions.overdue > 0
      ? [
          {
            key: `overdue ${questions.overdue}`,
            icon: 'clock' as const,
            tone: 'amber',
            text: t('notices.overdue', { count: questions.overdue }),
            line: questions.items[0]?.excerpt ?? '',
            to: 'inbox?filter=open&due=overdue',
          },
        ]
      : []),
    ...alarms.items.map(({ id, title, text, raisedAt }) => ({
      key: `alarm ${id}`,
      icon: 'warn' as const,
      tone: 'amber',
      text: title,
      line: text,
      at: raisedAt,
      to: 'alarms',
    })),
    ...(cases.waiting > 0
      ? [
          {
            key: `waiting ${cases.waiting}`,
            icon: 'scales' as const,
            tone: 'c2',
            text: t('notices.waiting', { count: cases.waiting }),
            to: casesTo,
          },
        ]
      : []),
  ];
}

function useSeen(communityId: string): [ReadonlySet<string>, (keys: string[]) => void] {
  const name = `mh-notices-${communityId}`;
  const [seen, setSeen] = useState(() => readSeen(name));
  const keep = (keys: string[]) => {
    setSeen(new Set(keys));
    try {
      localStorage.setItem(name, JSON.stringify(keys));
    } catch {
      // Storage is locked: seen for this visit.
    }
  };
  return [seen, keep];
}

function readSeen(name: string): ReadonlySet<string> {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? '[]') as unknown;
    return new Set(Array.isArray(kept) ? kept.map(String) : []);
  } catch {
    return new Set();
  }
}
