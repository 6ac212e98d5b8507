// What somebody did here, latest first. A module that fills the timeline brings kinds of its own; those that have no words
// here yet stand with their plain fact.
import { Link } from 'react-router';
import { formatClock, formatDay } from '../../../kit/format.ts';
import { useLanguage } from '../../../kit/i18n.ts';
import { Icon } from '../../../kit/antd/Icon.tsx';
import type { IconName } from '../../../kit/antd/Icon.tsx';
import { useTimeline } from '../../data/people.ts';
import { steps } from '../../data/rules.ts';
import type { TimelineEntry } from '../../data/people.ts';
import { useHere } from '../../data/session.ts';
import { useText } from '../../text.ts';
import type { ConsoleKey, Say } from '../../text.ts';
import { Answer } from '../Answer.tsx';
import { MoreButton } from '../MoreButton.tsx';
import { useGroupNames } from '../useGroupNames.ts';
import { leftKey } from './PersonFacts.tsx';
import './timeline.css';

interface Told {
  icon: IconName;
  tone: 'g' | 'j' | 'a' | 'r' | '';
  title: string;
  line?: string;
  to?: string;
}

/** The life of somebody here; `most` = only the latest few. */
export function Timeline({ personId, most }: { personId: string; most?: number }) {
  const t = useText();
  const { communityId } = useHere();
  const nameOf = useGroupNames(communityId);
  const timeline = useTimeline(communityId, personId, most ?? 30);
  return (
    <Answer query={timeline} rows={4}>
      {(pages) => {
        const entries = pages.flatMap(({ items }) => items);
        return entries.length === 0 ? (
          <p className="s c3">{t('timeline.none')}</p>
        ) : (
          <>
            <ol className={most ? 'tline small' : 'tline'}>
              {entries.map((entry) => (
                <Entry
                  key={entry.key}
                  entry={entry}
                  told={tell(entry, t, entry.groupId ? nameOf(entry.groupId) : '')}
                  base={`/c/${communityId}`}
                />
              ))}
            </ol>
            {!most && <MoreButton query={timeline} label={t('timeline.more')} />}
          </>
        );
      }}
    </Answer>
  );
}

function Entry({ entry, told, base }: { entry: TimelineEntry; told: Told; base: string }) {
  const language = useLanguage();
  const isSpan = entry.kind === 'people.week';
  return (
    <li>
      <time className="xs c3" dateTime={entry.at}>
        {formatDay(entry.at, { language })}
        {!isSpan && <span className="clock">{formatClock(entry.at, { language })}</span>}
      </time>
      <span className={`dotic ${told.tone}`}>
        <Icon name={told.icon} size={13} />
      </span>
      <div className="grow">
        <div className="s words">
          {told.to ? (
            <Link className="tlink" to={`${base}/${told.to}`}>
              {told.title}
            </Link>
          ) : (
            told.title
          )}
        </div>
        {told.line && <div className="xs c3">{told.line}</div>}
      </div>
    </li>
  );
}

const caseKinds = ['held', 'stopped', 'said'] as const;
const caseStates = [
  'waiting',
  'refused',
  'released',
  'upheld',
  'appealed',
  'overturned',
  'confirmed',
  'closed',
] as const;
const stepStates = ['proposed', 'declined', 'undone'] as const;

/** What was stopped of somebody, and the steps that followed; both lead to the case. */
function tellRules({ kind, data }: Pick<TimelineEntry, 'kind' | 'data'>, t: Say, group: string): Told {
  const what = caseKinds.find((one) => one === data.kind);
  const step = steps.find((one) => one === data.step);
  const state =
    kind === 'rules.sanction'
      ? stepStates.filter((one) => one === data.state).map((one) => t(`rules.stepState.${one}`))
      : caseStates.filter((one) => one === data.state).map((one) => t(`rules.state.${one}`));
  const isGood = data.state === 'released' || data.state === 'overturned' || data.state === 'undone';
  return {
    icon: 'scales',
    tone: isGood ? 'j' : 'a',
    title: step
      ? t('rules.timeline.step', { step: t(`rules.step.${step}`) })
      : what
        ? t(`rules.timeline.case.${what}`)
        : t('timeline.rules'),
    line: [group, ...state].filter(Boolean).join(' · '),
    ...(typeof data.caseId === 'string' ? { to: `rules/cases/${data.caseId}` } : {}),
  };
}

const careWords = ['answered', 'keep', 'talk', 'remove', 'removed', 'undone'] as const;

/** What happened to somebody in a name-card round; leads to the round. */
function tellCare({ kind, data }: Pick<TimelineEntry, 'kind' | 'data'>, t: Say, group: string): Told {
  const what = kind === 'care.decided' ? data.how : kind.slice('care.'.length);
  const word = careWords.find((one) => one === what);
  return {
    icon: 'people',
    tone: word === 'removed' || word === 'remove' ? 'a' : 'j',
    title: word ? t(`care.told.${word}`) : t('care.rounds'),
    line: group,
    ...(typeof data.roundId === 'string' ? { to: `people/rounds/${data.roundId}` } : {}),
  };
}

/** An introduction that came about, or something put on the exchange board. */
function tellMeeting({ kind, data }: Pick<TimelineEntry, 'kind' | 'data'>, t: Say): Told {
  const line = data.outcome === 'made' ? t('timeline.made') : '';
  const text = typeof data.text === 'string' ? data.text : '';
  if (kind === 'introductions.met') return { icon: 'people', tone: 'j', title: t('timeline.met'), line };
  const what = kind === 'introductions.offer' ? 'timeline.offer' : 'timeline.need';
  return { icon: 'people', tone: 'g', title: t(what, { text }), line };
}

/** A step on a ladder, up or down. */
function tellLevel({ kind, data }: Pick<TimelineEntry, 'kind' | 'data'>, t: Say): Told {
  const isUp = kind === 'levels.up';
  const words = { from: String(data.from ?? ''), to: String(data.to ?? '') };
  return {
    icon: 'people',
    tone: isUp ? 'j' : '',
    title: t(isUp ? 'timeline.levelUp' : 'timeline.levelDown', words),
    line: String(data.ladder ?? ''),
    to: 'people?view=levels',
  };
}

function checkInKey({ how, granted }: TimelineEntry['data']): ConsoleKey {
  if (granted) return 'timeline.checkedInTeam';
  return how === 'make_up' ? 'timeline.checkedInMade' : 'timeline.checkedIn';
}

function tell({ kind, data, groupId, at }: TimelineEntry, t: Say, group: string): Told {
  const text = (name: string) =>
    typeof data[name] === 'string' || typeof data[name] === 'number' ? String(data[name]) : '';
  if (kind.startsWith('care.')) return tellCare({ kind, data }, t, group);
  if (kind === 'people.joined')
    return {
      icon: 'enter',
      tone: 'j',
      title: t('timeline.joined', { group }),
      line: text('source') && t('timeline.source', { source: text('source') }),
    };
  if (kind === 'people.left')
    return { icon: 'leave', tone: '', title: t('timeline.left', { group, how: t(leftKey(data.how)) }) };
  if (kind === 'people.week') {
    const words = { messages: text('messages'), replies: text('replies') };
    return {
      icon: 'talk',
      tone: '',
      title: t('timeline.week', words),
      line: words.replies === '0' ? '' : t('timeline.weekLine', words),
    };
  }
  if (kind.startsWith('levels.')) return tellLevel({ kind, data }, t);
  if (kind.startsWith('introductions.')) return tellMeeting({ kind, data }, t);
  if (kind === 'desk.asked')
    return {
      icon: 'ask',
      tone: data.state === 'open' ? 'a' : 'g',
      title: t('timeline.asked', { excerpt: text('excerpt') }),
      line: [group, data.state === 'open' ? t('timeline.stillOpen') : ''].filter(Boolean).join(' · '),
      to: `inbox?filter=open&q=${text('questionId')}`,
    };
  if (kind === 'desk.answered')
    return {
      icon: 'reply',
      tone: 'j',
      title: t('timeline.answered', { excerpt: text('excerpt') }),
      line: group,
      to: `inbox?filter=open&q=${text('questionId')}`,
    };
  if (kind === 'programs.check_in')
    return {
      icon: 'check',
      tone: 'g',
      title: t(checkInKey(data), { name: text('name') || group, day: text('day').slice(5) }),
      line: group,
      to: `programs/${text('programId')}`,
    };
  if (kind === 'programs.welcomed') return { icon: 'enter', tone: 'j', title: t('timeline.welcomed', { group }) };
  if (kind.startsWith('rules.')) return tellRules({ kind, data }, t, group);
  return { icon: 'clock', tone: '', title: t('timeline.other', { kind, at }), ...(groupId ? { line: group } : {}) };
}
