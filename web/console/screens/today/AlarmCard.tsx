import { App, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { useHere } from '../../data/session.ts';
import { useFinishTask } from '../../data/tasks.ts';
import type { Alarm, Today } from '../../data/today.ts';
import { Door, placeBehind } from '../../pieces/Door.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { useTellProblem } from '../../pieces/problems.ts';
import { QuarrelCard } from '../../pieces/quarrel/QuarrelCard.tsx';
import { WaveCard } from '../../pieces/waves/WaveAnswers.tsx';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';

const most = 3;
/** What grows while nobody looks. */
const urgent: ReadonlySet<Alarm['kind']> = new Set(['questions_waiting', 'quarrel', 'joining_wave']);

/** What is unusual and what waits for a judgement: the fact, its ground, and what may be done. */
export function AlarmCard({ today }: { today: Today }) {
  const t = useText();
  const { communityId } = useHere();
  const { alarms, cases } = today;
  const judged = cases.waiting + cases.appealed;
  return (
    <section className="card" aria-label={t('today.alarms')}>
      <div className="ch">
        <h2>{t('today.alarms')}</h2>
        <span className="cnt">{alarms.open > 0 ? t('today.alarmsLine', { count: alarms.open }) : ''}</span>
        <Link className="more s c2" to={`/c/${communityId}/alarms`}>
          {t('today.allAlarms')}
        </Link>
      </div>
      {judged > 0 && (
        <div className="al">
          <div className="ah">
            <i className={cases.appealed > 0 ? 'mk r' : 'mk'} />
            <b className="grow ell">
              <Door behind={cases.behind} label={t('today.cases', { count: judged })}>
                {t('today.cases', { count: judged })}
              </Door>
            </b>
          </div>
          <p>
            {[
              cases.waiting > 0 ? t('today.casesWaiting', { count: cases.waiting }) : '',
              cases.appealed > 0 ? t('today.casesAppealed', { count: cases.appealed }) : '',
            ]
              .filter(Boolean)
              .join(t('today.joint'))}
          </p>
        </div>
      )}
      {alarms.items.slice(0, judged > 0 ? most - 1 : most).map((alarm) => (
        <AlarmBlock key={alarm.id} alarm={alarm} />
      ))}
      {alarms.items.length === 0 && judged === 0 && (
        <EmptyState kind="nothing" title={t('today.noAlarms')} text={t('today.noAlarmsText')} />
      )}
    </section>
  );
}

/** One alarm with its ground and what may be done about it. */
export function AlarmBlock({ alarm }: { alarm: Alarm }) {
  const t = useText();
  const when = useWhen();
  const { communityId, can } = useHere();
  const { message } = App.useApp();
  const finish = useFinishTask(communityId);
  const tellProblem = useTellProblem();
  const to = placeBehind(alarm.behind);
  const settle = () =>
    finish
      .mutateAsync({ taskId: alarm.taskId ?? '', how: 'done' })
      .then(() => message.success(t('alarms.settled')))
      .catch(tellProblem);
  const counted = alarm.countedAt && t('alarms.counted', { when: when.moment(alarm.countedAt) });
  const { hash } = useLocation();
  const isMeant = alarm.taskId !== null && hash === `#${alarm.taskId}`;
  const block = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isMeant) block.current?.scrollIntoView({ block: 'center' });
  }, [isMeant]);
  return (
    <div ref={block} className={isMeant ? 'al meant' : 'al'} aria-current={isMeant ? 'true' : undefined}>
      <div className="ah">
        <i className={urgent.has(alarm.kind) ? 'mk r' : 'mk'} />
        <b className="grow">{alarm.title}</b>
        <time className="xs c3 nw" dateTime={alarm.raisedAt}>
          {when.moment(alarm.raisedAt)}
        </time>
      </div>
      <p>{alarm.text}</p>
      {counted && <p className="xs c3">{counted}</p>}
      {alarm.kind === 'quarrel' && <QuarrelCard alarmId={alarm.id} />}
      {alarm.kind === 'joining_wave' && alarm.settledHow === null && <WaveCard waveId={String(alarm.evidence.wave)} />}
      {alarm.settledHow === null ? (
        <div className="aa">
          {to && (
            <Link className="btn sm" to={`/c/${communityId}/${to}`}>
              {t(`alarms.go.${alarm.kind}`)}
            </Link>
          )}
          {alarm.taskId && can('tasks.do') && (
            <Button size="small" type="text" loading={finish.isPending} onClick={() => void settle()}>
              {t('alarms.settle')}
            </Button>
          )}
        </div>
      ) : (
        <p className="xs c3">
          {t(`alarms.how.${alarm.settledHow}`, { when: when.moment(alarm.settledAt ?? alarm.raisedAt) })}
        </p>
      )}
    </div>
  );
}
