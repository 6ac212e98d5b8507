import { App, Button, Popconfirm } from 'antd';
import { Link } from 'react-router';
import { formatDay } from '../../../../kit/format.ts';
import { useLanguage } from '../../../../kit/i18n.ts';
import { useCases, useSanctions, useUndoSanction } from '../../../data/rules.ts';
import type { CaseDetail, Sanction } from '../../../data/rules.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useNow } from '../../../pieces/waiting.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';
import { sayCase } from '../evidence/found.ts';

const dayMs = 86_400_000;
const mostOthers = 5;

/** Who the author is to the community: what they bring, which steps still count, what else there was. */
export function AuthorPanel({ one }: { one: CaseDetail }) {
  const t = useText();
  const { communityId } = useHere();
  const now = useNow();
  const { since, messages, upheld, personId } = one.standing;
  const days = since ? Math.max(0, Math.floor((now - Date.parse(since)) / dayMs)) : 0;
  return (
    <div className="author">
      <section>
        <h3 className="lab">{t('rules.who')}</h3>
        <dl className="standing">
          <div>
            <dt>{t('rules.days')}</dt>
            <dd className="song">{since ? days : '–'}</dd>
          </div>
          <div>
            <dt>{t('rules.messages')}</dt>
            <dd className="song">{messages}</dd>
          </div>
          <div>
            <dt>{t('rules.upheld')}</dt>
            <dd className={upheld > 0 ? 'song amber' : 'song'}>{upheld}</dd>
          </div>
        </dl>
        <p className="xs c3">{t(`rules.trustText.${one.trust}`)}</p>
        <p className="xs">
          {personId && (
            <Link className="link" to={`/c/${communityId}/people?open=${personId}`}>
              {t('inbox.wholePerson')}
            </Link>
          )}
        </p>
      </section>
      <Steps identityId={one.identityId} />
      <Others one={one} />
    </div>
  );
}

function Steps({ identityId }: { identityId: string }) {
  const t = useText();
  const { communityId } = useHere();
  const sanctions = useSanctions(communityId, identityId);
  return (
    <section>
      <h3 className="lab">{t('rules.steps')}</h3>
      <Answer query={sanctions} rows={2}>
        {(items) =>
          items.length === 0 ? (
            <p className="s c3">{t('rules.noSteps')}</p>
          ) : (
            <ul className="people-list">
              {items.slice(0, 8).map((sanction) => (
                <StepLine key={sanction.id} sanction={sanction} />
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}

function StepLine({ sanction }: { sanction: Sanction }) {
  const t = useText();
  const when = useWhen();
  const language = useLanguage();
  const { communityId, can } = useHere();
  const { message } = App.useApp();
  const undo = useUndoSanction(communityId);
  const tellProblem = useTellProblem();
  const { id, step, state, givenAt, until, decaysAt, taskId } = sanction;
  const counts = (state === 'applied' || state === 'proposed') && when.isAhead(decaysAt);
  const end = until && when.isAhead(until) ? t('rules.until', { when: when.moment(until) }) : '';
  const told = counts && state === 'applied' ? t('rules.decays', { day: formatDay(decaysAt, { language }) }) : '';
  return (
    <li>
      <div className="grow">
        <div className="s">
          {t(`rules.step.${step}`)}
          {state !== 'applied' && <span className="tag o">{t(`rules.stepState.${state}`)}</span>}
        </div>
        <div className="xs c3">{[formatDay(givenAt, { language }), end, told].filter(Boolean).join(' · ')}</div>
      </div>
      {state === 'proposed' && taskId && (
        <Link className="btn sm" to={`/c/${communityId}/tasks#${taskId}`}>
          {t('rules.toTask')}
        </Link>
      )}
      {counts && can('rules.moderate') && (
        <Popconfirm
          title={t('rules.undoStepAsk')}
          description={t('rules.undoStepText')}
          okText={t('rules.undoStep')}
          onConfirm={() =>
            undo
              .mutateAsync(id)
              .then(() => message.success(t('rules.stepUndone')))
              .catch(tellProblem)
          }
        >
          <Button size="small" type="text">
            {t('rules.undoStep')}
          </Button>
        </Popconfirm>
      )}
    </li>
  );
}

function Others({ one }: { one: CaseDetail }) {
  const t = useText();
  const language = useLanguage();
  const { communityId } = useHere();
  const cases = useCases(communityId, { identityId: one.identityId }, { limit: mostOthers + 1 });
  const others = (cases.data?.flatMap((page) => page.items) ?? []).filter(({ id }) => id !== one.id);
  if (others.length === 0) return null;
  return (
    <section>
      <h3 className="lab">{t('rules.others')}</h3>
      <ul className="others">
        {others.slice(0, mostOthers).map((other) => (
          <li key={other.id}>
            <Link to={`/c/${communityId}/rules/cases/${other.id}?view=decided`}>
              <span className="s grow ell">{sayCase(t, other)}</span>
              <span className="xs c3 nw">
                {t(`rules.state.${other.state}`)} · {formatDay(other.openedAt, { language })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
