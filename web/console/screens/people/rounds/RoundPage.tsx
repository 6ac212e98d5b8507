// One round: its figures, what is next, and the people one by one with what is known of them.
import { App, Button } from 'antd';
import { Link, useParams } from 'react-router';
import { useRound, useRoundAct } from '../../../data/rounds.ts';
import type { OneRound, Round, RoundAct } from '../../../data/rounds.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useGroupNames } from '../../../pieces/useGroupNames.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';
import { RoundPeopleCard } from './RoundPeopleCard.tsx';
import { RoundsHead } from './RoundsHead.tsx';
import './rounds.css';

/** One round. */
export function RoundPage() {
  const t = useText();
  const { communityId } = useHere();
  const { roundId = '' } = useParams();
  const round = useRound(communityId, roundId);
  return (
    <>
      <RoundsHead />
      <Link className="link s" to={`/c/${communityId}/people/rounds`}>
        {t('care.back')}
      </Link>
      <Answer query={round}>{(found) => <Shown found={found} />}</Answer>
    </>
  );
}

function Shown({ found: { round, knowsReaders } }: { found: OneRound }) {
  const t = useText();
  const when = useWhen();
  const { communityId } = useHere();
  const groupName = useGroupNames(communityId);
  const { groupId, state, startedAt, endsAt, format, perDay, reminders } = round;
  return (
    <div className="round-page">
      <section className="card cb" aria-label={t('care.figures')}>
        <div className="row">
          <h2 className="h2 grow">
            <Link to={`/c/${communityId}/groups/${groupId}`}>{groupName(groupId)}</Link>
          </h2>
          <span className={state === 'closed' ? 'tag' : 'tag a'}>{t(`care.state.${state}`)}</span>
        </div>
        <p className="s c2">
          {t('care.span', { from: when.day(startedAt), to: when.day(endsAt) })} · {t('care.formatIs', { format })} ·{' '}
          {t('care.perDayIs', { perDay })}
        </p>
        <Figures round={round} />
        {reminders.length > 0 && (
          <p className="xs c3">
            {reminders
              .map(({ dueAt, sentAt, told }) =>
                sentAt === null
                  ? t('care.reminderDue', { when: when.moment(dueAt) })
                  : t('care.reminderSent', { when: when.moment(sentAt), told: told ?? 0 }),
              )
              .join(' · ')}
          </p>
        )}
        <Next round={round} />
      </section>
      <RoundPeopleCard round={round} knowsReaders={knowsReaders} />
    </div>
  );
}

const figures = ['asked', 'answered', 'silent', 'reading', 'removed', 'undone'] as const;

function Figures({ round: { counts } }: { round: Round }) {
  const t = useText();
  return (
    <dl className="round-figures">
      {figures.map((key) => (
        <div key={key}>
          <dt className="xs c3">{t(`care.figure.${key}`)}</dt>
          <dd className="num">{counts[key]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What can be done now; one button stands out. */
function Next({ round }: { round: Round }) {
  const t = useText();
  const { communityId, can } = useHere();
  const { modal } = App.useApp();
  const tellProblem = useTellProblem();
  const act = useRoundAct(communityId, round.id);
  const { state, counts, perDay } = round;
  const run = (wish: RoundAct) => act.mutateAsync(wish).catch(tellProblem);
  const ask = (key: 'end' | 'close' | 'remove', values: Record<string, number> = {}) =>
    modal.confirm({
      title: t(`care.sure.${key}`, values),
      content: t(`care.sure.${key}Text`, values),
      okText: t(`care.do.${key}`, values),
      cancelText: t('common.cancel'),
      onOk: () => run({ act: key }),
    });
  if (!can('care.manage') || state === 'closed') return null;
  return (
    <div className="row wrap round-next">
      {state === 'collecting' && <Button onClick={() => ask('end')}>{t('care.do.end')}</Button>}
      {counts.remove > 0 && state === 'deciding' && (
        <Button type="primary" onClick={() => ask('remove', { count: counts.remove, perDay })}>
          {t('care.do.remove', { count: counts.remove })}
        </Button>
      )}
      {counts.planned > 0 && (
        <Button danger onClick={() => void run({ act: 'stop' })}>
          {t('care.do.stop', { count: counts.planned })}
        </Button>
      )}
      {state === 'deciding' && <Button onClick={() => ask('close')}>{t('care.do.close')}</Button>}
    </div>
  );
}
