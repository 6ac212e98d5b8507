import { App, Button } from 'antd';
import { useTakeBackLesson, useTeach } from '../../data/lessons.ts';
import type { Lesson, TeachingAbout } from '../../data/lessons.ts';
import { useHere } from '../../data/session.ts';
import { useTellProblem } from '../problems.ts';
import { useOffer } from '../useOffer.tsx';
import { useText } from '../../text.ts';
import './teach.css';
import type { Say } from '../../text.ts';

/** How much a lesson counted, and what held it back. */
export function sayWeight(t: Say, { weight, heldBack }: Pick<Lesson, 'weight' | 'heldBack'>): string {
  if (heldBack === null) return t('rules.lesson.full');
  return t(weight > 0 ? 'rules.lesson.part' : 'rules.lesson.none', { why: t(`rules.lesson.why.${heldBack}`) });
}

/** Two buttons that teach the program what something is; told with how much it counted and a way back. */
export function Teach({ about, onTaught }: { about: TeachingAbout; onTaught?: () => void }) {
  const t = useText();
  const { communityId, can } = useHere();
  const { message } = App.useApp();
  const { offer } = useOffer();
  const teach = useTeach(communityId);
  const takeBack = useTakeBackLesson(communityId);
  const tellProblem = useTellProblem();
  if (!can('rules.moderate')) return null;
  const back = (number: number) => {
    takeBack
      .mutateAsync(number)
      .then(() => message.info(t('rules.lesson.takenBack')))
      .catch(tellProblem);
  };
  const send = (isUnwelcome: boolean) =>
    teach
      .mutateAsync({ about, isUnwelcome })
      .then((lesson) => {
        offer({
          name: 'taught',
          done: `${t('rules.lesson.taught')} ${sayWeight(t, lesson)}`,
          label: t('rules.undo'),
          act: () => back(lesson.number),
        });
        onTaught?.();
      })
      .catch(tellProblem);
  return (
    <div className="row wrap teach" role="group" aria-label={t('rules.lesson.teach')}>
      <span className="s c2">{t('rules.lesson.teach')}</span>
      {[true, false].map((isUnwelcome) => (
        <Button
          key={String(isUnwelcome)}
          size="small"
          loading={teach.isPending && teach.variables?.isUnwelcome === isUnwelcome}
          onClick={() => void send(isUnwelcome)}
        >
          {t(isUnwelcome ? 'rules.lesson.unwelcome' : 'rules.lesson.fine')}
        </Button>
      ))}
    </div>
  );
}

/** What the decisions of a case have taught. */
export function CaseLessons({ lessons }: { lessons: readonly Lesson[] }) {
  const t = useText();
  if (lessons.length === 0) return null;
  return (
    <section>
      <h3 className="lab">{t('rules.lesson.ofCase')}</h3>
      <ul className="case-lessons">
        {lessons.map((lesson) => (
          <li key={lesson.number} className="s">
            <LessonTag lesson={lesson} /> {sayWeight(t, lesson)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a lesson says about its words. */
export function LessonTag({ lesson: { isUnwelcome, isFinal, source } }: { lesson: Lesson }) {
  const t = useText();
  return (
    <>
      <span className={`tag ${isUnwelcome ? 'a' : 'j'}`}>
        {t(isUnwelcome ? 'rules.lesson.unwelcome' : 'rules.lesson.fine')}
      </span>
      {isFinal && <span className="tag">{t('rules.lesson.final')}</span>}
      {source === 'undo' && <span className="tag o">{t('rules.lesson.source.undo')}</span>}
    </>
  );
}
