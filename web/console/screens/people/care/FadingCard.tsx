// Who comes much less than they used to, in an order that is said in words; lots are drawn before anybody is written to.
import { App, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useFading, useReachOut } from '../../../data/care.ts';
import type { FadingList } from '../../../data/care.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { Face } from '../../../pieces/Face.tsx';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';

/** The share that is left alone for four weeks. */
const share = 0.3;

/** The care list. */
export function FadingCard() {
  const t = useText();
  const { communityId, can } = useHere();
  const fading = useFading(communityId);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <section className="card tblw" aria-label={t('care.fading')}>
      <div className="ch">
        <h2>{t('care.fading')}</h2>
        {fading.data && <span className="cnt">{fading.data.total}</span>}
      </div>
      <Answer query={fading} rows={6}>
        {(list) => (
          <>
            <Order list={list} />
            {list.items.length === 0 ? (
              <EmptyState kind="nothing" title={t('care.fadingNone')} text={t('care.fadingNoneText')} />
            ) : (
              <>
                {can('care.manage') && <ReachOut chosen={chosen} onDone={() => setChosen([])} />}
                <ul className="round-people">
                  {list.items.map((one) => (
                    <Row
                      key={one.personId}
                      one={one}
                      isChosen={chosen.includes(one.personId)}
                      onChoose={(on) =>
                        setChosen(on ? [...chosen, one.personId] : chosen.filter((id) => id !== one.personId))
                      }
                    />
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </Answer>
    </section>
  );
}

/** The rule that orders the list, and what was measured so far. */
function Order({ list: { rule, basis, enough } }: { list: FadingList }) {
  const t = useText();
  const percent = (value: number) => Math.round(value * 100);
  const { effect, waiting } = basis;
  const measured = { contacts: effect.contacted.people, held: effect.held.people, waiting };
  return (
    <div className="care-order">
      <p className="s c2">
        {basis.by === 'rule' ? t('care.byRule', rule) : t(`care.byUplift.${basis.first}`, measured)}
      </p>
      <p className="xs c3">
        {effect.few || effect.difference === null || effect.interval === null
          ? t('care.few', { ...measured, needContacts: enough.contacts, needHeld: enough.held })
          : t('care.effect', {
              ...measured,
              difference: percent(effect.difference),
              low: percent(effect.interval[0]!),
              high: percent(effect.interval[1]!),
            })}
      </p>
    </div>
  );
}

function ReachOut({ chosen, onDone }: { chosen: readonly string[]; onDone: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const { modal, message } = App.useApp();
  const tellProblem = useTellProblem();
  const reachOut = useReachOut(communityId);
  const send = async (held: number) => {
    try {
      const done = await reachOut.mutateAsync({ personIds: [...chosen], share: held });
      void message.success(t('care.drawn', done));
      onDone();
    } catch (problem) {
      tellProblem(problem);
    }
  };
  const ask = (key: 'draw' | 'direct', held: number) =>
    modal.confirm({
      title: t(`care.ask.${key}`, { count: chosen.length }),
      content: t(`care.ask.${key}Text`, { percent: share * 100 }),
      okText: t(`care.ask.${key}Ok`),
      cancelText: t('common.cancel'),
      onOk: () => send(held),
    });
  return (
    <div className="row wrap round-bar" role="group" aria-label={t('care.fading')}>
      <span className="s c2">{t('care.chosen', { count: chosen.length })}</span>
      <Button type="primary" size="small" disabled={chosen.length === 0} onClick={() => ask('draw', share)}>
        {t('care.ask.drawOk')}
      </Button>
      <Button size="small" disabled={chosen.length === 0} onClick={() => ask('direct', 0)}>
        {t('care.ask.directOk')}
      </Button>
    </div>
  );
}

function Row({ one, isChosen, onChoose }: RowProps) {
  const t = useText();
  const when = useWhen();
  const { communityId, can } = useHere();
  const { personId, identityId, name, pictureId, daysBefore, daysNow, usual, lastOn } = one;
  return (
    <li>
      {can('care.manage') && (
        <Checkbox
          checked={isChosen}
          aria-label={t('care.choose', { name })}
          onChange={({ target }) => onChoose(target.checked)}
        />
      )}
      <Face name={name} seed={identityId} size={30} pictureId={pictureId} />
      <div className="grow">
        <b>
          <Link to={`/c/${communityId}/people?open=${personId}`}>{name}</Link>
        </b>
        <span className="xs c3 round-evidence">
          <span>{t('care.rhythm', { before: daysBefore, usual, now: daysNow })}</span>
          {lastOn !== null && <span>{t('care.lastSpoke', { when: when.day(`${lastOn}T12:00:00`) })}</span>}
        </span>
      </div>
    </li>
  );
}

interface RowProps {
  one: FadingList['items'][number];
  isChosen: boolean;
  onChoose: (on: boolean) => void;
}
