// Groups that are led in turns: who leads until when, who is next, and by which list a group is handed over.
import { App, Button } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../../../kit/i18n.ts';
import { useChangeTurns, useLedGroups } from '../../../data/leading.ts';
import type { LedGroup, LedGroups } from '../../../data/leading.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { useNameOf } from '../../../pieces/duty/names.ts';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';
import { sayDay } from '../duty/days.ts';
import { TurnDialog } from './TurnDialog.tsx';
import { TurnStory } from './TurnStory.tsx';

/** All groups that are led in turns. */
export function TurnsCard() {
  const t = useText();
  const { communityId, can } = useHere();
  const led = useLedGroups(communityId);
  const [planning, setPlanning] = useState<LedGroup | 'new'>();
  const plan = can('rotation.manage') && (
    <Button className="more" onClick={() => setPlanning('new')}>
      {t('leading.plan')}
    </Button>
  );
  return (
    <section className="card" aria-label={t('leading.turns')}>
      <div className="ch">
        <h2>{t('leading.turns')}</h2>
        {plan}
      </div>
      <p className="s c2 leading-words">{t('leading.turnsText')}</p>
      <Answer query={led} rows={3}>
        {({ items, operators }) =>
          items.length === 0 ? (
            <EmptyState kind="nothing" title={t('leading.noTurns')} text={t('leading.noTurnsText')} />
          ) : (
            <ul className="leading-groups">
              {items.map((group) => (
                <Line key={group.groupId} group={group} operators={operators} onPlan={() => setPlanning(group)} />
              ))}
            </ul>
          )
        }
      </Answer>
      {planning && (
        <TurnDialog
          group={planning === 'new' ? undefined : planning}
          taken={led.data?.items ?? []}
          onClose={() => setPlanning(undefined)}
        />
      )}
    </section>
  );
}

interface LineProps {
  group: LedGroup;
  operators: LedGroups['operators'];
  onPlan: () => void;
}

function Line({ group, operators, onPlan }: LineProps) {
  const t = useText();
  const language = useLanguage();
  const { can } = useHere();
  const nameOf = useNameOf(operators);
  const { name, turn, next, late } = group;
  const isHere = turn !== null && operators.some(({ userId, onTeam }) => userId === turn.userId && onTeam);
  return (
    <li>
      <div className="row wrap leading-line">
        <div className="grow">
          <b>{name}</b> {late && <span className="tag o">{t('leading.late')}</span>}
          <div className="s c2">
            {turn && t('leading.leads', { name: nameOf(turn.userId), day: sayDay(turn.lastDay, language) })}
            {turn?.insteadOf && ` · ${t('leading.insteadOf', { name: nameOf(turn.insteadOf) })}`}
            {turn && !isHere && ` · ${t('leading.left', { name: nameOf(turn.userId) })}`}
            {' · '}
            {next ? t('leading.nextIs', { name: nameOf(next.userId) }) : t('leading.nextNobody')}
            {next?.insteadOf && ` · ${t('leading.insteadOf', { name: nameOf(next.insteadOf) })}`}
          </div>
        </div>
        <HandOver group={group} nextName={next ? nameOf(next.userId) : ''} />
        {can('rotation.manage') && (
          <Button size="small" aria-label={t('leading.changeOf', { name })} onClick={onPlan}>
            {t('leading.change')}
          </Button>
        )}
      </div>
      <TurnStory group={group} />
    </li>
  );
}

function HandOver({ group: { groupId, name, turn }, nextName }: { group: LedGroup; nextName: string }) {
  const t = useText();
  const { communityId, can, me } = useHere();
  const { message, modal } = App.useApp();
  const tellProblem = useTellProblem();
  const change = useChangeTurns(communityId);
  if (!turn || nextName === '' || (turn.userId !== me.user.id && !can('rotation.manage'))) return null;
  const ask = () =>
    void modal.confirm({
      title: t('leading.handOverAsk', { group: name, name: nextName }),
      content: t('leading.handOverText', { name: nextName }),
      okText: t('leading.handOver'),
      onOk: () =>
        change
          .mutateAsync({ how: 'handOver', groupId })
          .then(() => message.success(t('leading.handedOver')), tellProblem),
    });
  return (
    <Button size="small" onClick={ask}>
      {t('leading.handOver')}
    </Button>
  );
}
