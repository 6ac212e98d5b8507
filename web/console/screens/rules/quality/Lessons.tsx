// What moderators have taught the program: how much, since when, lesson by lesson, and beginning anew.
import { App, Button, Popconfirm } from 'antd';
import { Link } from 'react-router';
import { useLearned, useLessons, useResetLearned, useTakeBackLesson } from '../../../data/lessons.ts';
import type { Learned, Lesson } from '../../../data/lessons.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { MoreButton } from '../../../pieces/MoreButton.tsx';
import { LessonTag, sayWeight } from '../../../pieces/moderation/Teach.tsx';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';
import { useNameOf } from '../useNameOf.ts';

/** All that was taught. */
export function Lessons() {
  const t = useText();
  const when = useWhen();
  const { communityId } = useHere();
  const learned = useLearned(communityId).data;
  const lessons = useLessons(communityId);
  return (
    <section className="card lessons" aria-label={t('rules.lesson.title')}>
      <div className="ch">
        <h2>{t('rules.lesson.title')}</h2>
        {learned?.since && (
          <span className="cnt">
            {t('rules.lesson.tally', { count: learned.lessons, day: when.day(learned.since) })}
            {learned.heldBack > 0 && t('rules.lesson.tallyHeld', { count: learned.heldBack })}
          </span>
        )}
        {learned && <Reset learned={learned} />}
      </div>
      <Answer query={lessons} rows={3}>
        {(pages) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0)
            return <EmptyState kind="nothing" title={t('rules.lesson.nothing')} text={t('rules.lesson.nothingText')} />;
          return (
            <>
              <ul>
                {items.map((lesson) => (
                  <Line key={lesson.number} lesson={lesson} />
                ))}
              </ul>
              <MoreButton query={lessons} />
            </>
          );
        }}
      </Answer>
      <p className="xs c3 lessons-how">{t('rules.lesson.how')}</p>
    </section>
  );
}

function Line({ lesson }: { lesson: Lesson }) {
  const t = useText();
  const when = useWhen();
  const nameOf = useNameOf();
  const { communityId, can } = useHere();
  const takeBack = useTakeBackLesson(communityId);
  const tellProblem = useTellProblem();
  const { number, source, caseId, text, taughtBy, taughtAt } = lesson;
  return (
    <li>
      <p className={text === null ? 's c3' : 's words'}>
        {text ?? t(can('rules.moderate') ? 'rules.lesson.forgotten' : 'rules.lesson.notForMe')}
      </p>
      <div className="row wrap">
        <LessonTag lesson={lesson} />
        <span className="xs c2 grow">{sayWeight(t, lesson)}</span>
        <span className="xs c3">
          {nameOf(taughtBy)} · {when.moment(taughtAt)}
        </span>
        {caseId ? (
          <Link className="link xs" to={`/c/${communityId}/rules/cases/${caseId}?view=decided`}>
            {t('rules.lesson.source.case')}
          </Link>
        ) : (
          <>
            <span className="xs c3">{t(`rules.lesson.source.${source}`)}</span>
            {text !== null && can('rules.moderate') && (
              <button
                type="button"
                className="link xs"
                disabled={takeBack.isPending}
                onClick={() => takeBack.mutateAsync(number).catch(tellProblem)}
              >
                {t('rules.undo')}
              </button>
            )}
          </>
        )}
      </div>
    </li>
  );
}

/** Beginning anew, and the way back from it. */
function Reset({ learned }: { learned: Learned }) {
  const t = useText();
  const { communityId, can } = useHere();
  const { message } = App.useApp();
  const reset = useResetLearned(communityId);
  const tellProblem = useTellProblem();
  if (!can('rules.reset')) return null;
  const send = (how: 'reset' | 'undo-reset') =>
    reset
      .mutateAsync(how)
      .then(() => message.success(t(how === 'reset' ? 'rules.lesson.resetDone' : 'rules.lesson.resetUndone')))
      .catch(tellProblem);
  return (
    <span className="more row">
      {learned.canUndoReset && (
        <Button size="small" loading={reset.isPending} onClick={() => void send('undo-reset')}>
          {t('rules.lesson.undoReset')}
        </Button>
      )}
      {learned.lessons > 0 && (
        <Popconfirm
          title={t('rules.lesson.resetAsk', { count: learned.lessons })}
          description={t('rules.lesson.resetText')}
          okText={t('rules.lesson.reset')}
          onConfirm={() => send('reset')}
        >
          <Button size="small" type="text">
            {t('rules.lesson.reset')}
          </Button>
        </Popconfirm>
      )}
    </span>
  );
}
