// Who could lead next, with the numbers that speak for them in words; one click makes a task to talk to them.
import { App, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSuccessors, useTalkToSuccessor } from '../../../data/leading.ts';
import type { Successor, SuccessorKind, Successors } from '../../../data/leading.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { Face } from '../../../pieces/Face.tsx';
import { useTellProblem } from '../../../pieces/problems.ts';
import { Tabs } from '../../../pieces/Tabs.tsx';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';

const kinds = ['steward', 'owner'] as const;

/** Who could become a steward or an owner. */
export function SuccessorsCard() {
  const t = useText();
  const [kind, setKind] = useState<SuccessorKind>('steward');
  const { communityId } = useHere();
  const successors = useSuccessors(communityId, kind);
  return (
    <section className="card" aria-label={t('leading.successors')}>
      <div className="ch">
        <h2>{t('leading.successors')}</h2>
      </div>
      <p className="s c2 leading-words">{t('leading.lead')}</p>
      <Tabs
        label={t('leading.successors')}
        value={kind}
        items={kinds.map((key) => ({ key, text: t(`leading.kind.${key}`) }))}
        onChange={setKind}
      >
        <Answer query={successors} rows={4}>
          {(found) => <People key={kind} kind={kind} successors={found} />}
        </Answer>
      </Tabs>
    </section>
  );
}

function People({ kind, successors: { items, rule, weeks } }: { kind: SuccessorKind; successors: Successors }) {
  const t = useText();
  return (
    <>
      <p className="xs c2">{t(`leading.rule.${kind}`, { of: weeks, ...rule.medium })}</p>
      {items.length === 0 ? (
        <EmptyState kind="nothing" title={t('leading.none')} text={t('leading.noneText')} />
      ) : (
        <ul className="leading-people">
          {items.map((one) => (
            <Line key={one.personId} kind={kind} one={one} of={weeks} />
          ))}
        </ul>
      )}
    </>
  );
}

function Line({ kind, one, of }: { kind: SuccessorKind; one: Successor; of: number }) {
  const t = useText();
  const when = useWhen();
  const { communityId } = useHere();
  const { personId, identityId, name, pictureId, confidence, weeks, answers, askers, helpful, unsolved } = one;
  const reasons = [
    t('leading.weeks', { of, weeks }),
    t('leading.answers', { answers, askers }),
    helpful + unsolved > 0 ? t('leading.verdicts', { helpful, unsolved }) : t('leading.noVerdicts'),
    t('leading.cases'),
    t('leading.since', { when: when.day(`${one.joinedOn}T12:00:00`), count: one.groups }),
  ];
  return (
    <li>
      <Face name={name} seed={identityId} size={30} pictureId={pictureId} />
      <div className="grow">
        <Link to={`/c/${communityId}/people?open=${personId}`}>
          <b>{name}</b>
        </Link>{' '}
        <span className={confidence === 'high' ? 'tag j' : 'tag'}>{t(`leading.confidence.${confidence}`)}</span>
        <ul className="xs c2 leading-reasons">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </div>
      <Talk kind={kind} one={one} />
    </li>
  );
}

function Talk({ kind, one: { personId, name, taskId } }: { kind: SuccessorKind; one: Successor }) {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const tellProblem = useTellProblem();
  const talk = useTalkToSuccessor(communityId);
  if (taskId !== null)
    return (
      <Link className="link xs nw" to={`/c/${communityId}/tasks`}>
        {t('leading.talking')}
      </Link>
    );
  return (
    <Button
      size="small"
      aria-label={t('leading.talkTo', { name })}
      loading={talk.isPending}
      onClick={() =>
        void talk.mutateAsync({ kind, personId }).then(() => message.success(t('leading.made')), tellProblem)
      }
    >
      {t('leading.talk')}
    </Button>
  );
}
