// What to do now over all groups, and then how each group is. One sentence says what comes first; the one filled button goes
// there.
import { Button, Skeleton } from 'antd';
import { useEffect } from 'react';
import type { ComponentProps } from 'react';
import { useNavigate } from 'react-router';
import { formatClock, formatDate } from '../../../kit/format.ts';
import { useLanguage } from '../../../kit/i18n.ts';
import { useHere } from '../../data/session.ts';
import { useTasks } from '../../data/tasks.ts';
import { useToday } from '../../data/today.ts';
import type { Today as TodayAnswer } from '../../data/today.ts';
import { ProblemState } from '../../pieces/Answer.tsx';
import { Emphasis } from '../../pieces/Emphasis.tsx';
import { PageHead } from '../../pieces/PageHead.tsx';
import { useNow, useWaited } from '../../pieces/waiting.ts';
import { useText } from '../../text.ts';
import { AlarmCard } from './AlarmCard.tsx';
import { DutyLine } from './DutyLine.tsx';
import { findFirst, ownTasks } from './first.ts';
import type { OwnTasks } from './first.ts';
import { PulseCard } from './PulseCard.tsx';
import { QuestionCard } from './QuestionCard.tsx';
import { TaskCard } from './TaskCard.tsx';
import './today.css';

/** The landing screen of a community. */
export function Today() {
  const { communityId } = useHere();
  const today = useToday(communityId);
  const tasks = useTasks(communityId, { state: 'open' });
  if (today.error && !today.data)
    return (
      <>
        <Head day={undefined} onFirst={undefined} />
        <ProblemState problem={today.error} onRetry={() => void today.refetch()} />
      </>
    );
  if (!today.data) {
    return (
      <>
        <Head day={undefined} onFirst={undefined} />
        <Skeleton active className="loading" paragraph={{ rows: 12 }} />
      </>
    );
  }
  const failed = tasks.error && !tasks.data && { problem: tasks.error, onRetry: () => void tasks.refetch() };
  return <Opened today={today.data} own={ownTasks(today.data, tasks.data)} failed={failed || undefined} />;
}

function Opened({ today, own, failed }: ComponentProps<typeof TaskCard>) {
  const { communityId } = useHere();
  const navigate = useNavigate();
  const first = findFirst(today, own);
  const goFirst = first && (() => void navigate(`/c/${communityId}/${first.to}`));
  useEnter(goFirst);
  return (
    <>
      <Head day={today} onFirst={goFirst} />
      <Lead today={today} own={own} />
      <DutyLine zone={today.zone} />
      <div className="g3">
        <TaskCard today={today} own={own} failed={failed} />
        <QuestionCard today={today} />
        <AlarmCard today={today} />
      </div>
      <PulseCard today={today} />
    </>
  );
}

function Head({ day, onFirst }: { day: TodayAnswer | undefined; onFirst: (() => void) | undefined }) {
  const t = useText();
  const language = useLanguage();
  const now = new Date(useNow());
  const reading = { language, zone: day?.zone };
  return (
    <PageHead
      title={t('today.title')}
      sub={
        day && (
          <span title={t('today.zone', { zone: day.zone })}>
            {formatDate(now, reading)}　{formatClock(now, reading)}
          </span>
        )
      }
      actions={
        onFirst && (
          <Button type="primary" onClick={onFirst}>
            {t('today.start')} <kbd className="onp">↵</kbd>
          </Button>
        )
      }
    />
  );
}

function Lead({ today, own }: { today: TodayAnswer; own: OwnTasks }) {
  const t = useText();
  const waited = useWaited();
  const { questions, alarms, cases, totals } = today;
  const left = own.count + questions.open + alarms.open + cases.waiting + cases.appealed;
  if (left === 0) {
    const { messages, speakers } = totals.today;
    return (
      <p className="lead">
        <Emphasis text={t(messages > 0 ? 'today.clear' : 'today.clearQuiet', { messages, speakers })} />
      </p>
    );
  }
  const oldest = questions.items[0];
  const first = findFirst(today, own);
  const parts = [
    t('today.left', { count: left }),
    first?.kind === 'question' && oldest
      ? t(questions.overdue > 0 ? 'today.firstLate' : 'today.firstQuestion', {
          name: oldest.askedBy.name,
          waited: waited(oldest.at),
        })
      : '',
    first?.kind === 'task' || first?.kind === 'alarm' ? t('today.firstOther', { title: first.title }) : '',
    first?.kind === 'case' ? t('today.firstCase', { count: cases.waiting + cases.appealed }) : '',
    first?.kind === 'question' && questions.overdue > 1 ? t('today.alsoLate', { count: questions.overdue }) : '',
  ];
  return (
    <p className="lead">
      <Emphasis text={parts.filter(Boolean).join(t('today.joint')) + t('today.stop')} />
    </p>
  );
}

/** Enter goes to the first thing, unless something else on the page has the keyboard. */
function useEnter(go: (() => void) | undefined): void {
  useEffect(() => {
    if (!go) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented) return;
      const at = document.activeElement;
      if (at === null || at === document.body || at.id === 'main') go();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}
