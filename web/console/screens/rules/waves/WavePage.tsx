// One wave of joins: what can be seen of it and no more, what may be done, what was done, and who came.
import { Link, useParams } from 'react-router';
import { useHere } from '../../../data/session.ts';
import { useWave } from '../../../data/waves.ts';
import type { Wave } from '../../../data/waves.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { Face } from '../../../pieces/Face.tsx';
import { WaveAnswers } from '../../../pieces/waves/WaveAnswers.tsx';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';
import { RulesHead } from '../RulesHead.tsx';
import { useEntranceName } from './useEntranceName.ts';
import './waves.css';

const examples = 3;

/** One wave. */
export function WavePage() {
  const t = useText();
  const { communityId } = useHere();
  const { waveId = '' } = useParams();
  const wave = useWave(communityId, waveId);
  return (
    <>
      <RulesHead on="waves" />
      <Link className="link s" to={`/c/${communityId}/rules/waves`}>
        {t('waves.back')}
      </Link>
      <Answer query={wave}>{(found) => <Shown wave={found} />}</Answer>
    </>
  );
}

function Shown({ wave }: { wave: Wave }) {
  const t = useText();
  const { communityId } = useHere();
  const { group, groupId, people, minutes, how } = wave;
  return (
    <div className="wave-page">
      <section className="card cb" aria-label={t('waves.seen')}>
        <h2 className="h2">
          <Link to={`/c/${communityId}/groups/${groupId}`}>{t('waves.line', { group, people, minutes })}</Link>
        </h2>
        <p className="s c2">{how === null ? t('waves.fair') : t(`waves.overText.${how}`)}</p>
        <Seen wave={wave} />
        <WaveAnswers wave={wave} isMain />
        {how === null && <p className="xs c3 wave-hint">{t('waves.hint')}</p>}
        <Done wave={wave} />
      </section>
      {how === null && <Comers wave={wave} />}
    </div>
  );
}

/** What can be seen, each with its number. */
function Seen({ wave }: { wave: Wave }) {
  const t = useText();
  const when = useWhen();
  const { communityId } = useHere();
  const nameOf = useEntranceName();
  const { entrance, before, names, faces, comers, spoken, held, here, people, startedAt, lastAt, groupId, how } = wave;
  const [from, to] = [when.moment(startedAt), when.moment(lastAt)];
  const alike = comers.filter(({ isNameAlike }) => isNameAlike).slice(0, examples);
  return (
    <dl className="facts">
      <dt>{t('waves.fact.when')}</dt>
      <dd>{from === to ? to : t('waves.fromTo', { from, to })}</dd>
      <dt>{t('waves.fact.entrance')}</dt>
      <dd>
        {nameOf(entrance)}
        {t('rules.semicolon')}
        {t('waves.before', { days: before.days, count: before.joins })}
      </dd>
      {how === null && (
        <>
          <dt>{t('waves.fact.names')}</dt>
          <dd>
            {names === 0
              ? t('waves.namesNone')
              : t('waves.names', { count: names, examples: alike.map(({ name }) => name).join(t('rules.comma')) })}
          </dd>
          <dt>{t('waves.fact.faces')}</dt>
          <dd>{faces === 0 ? t('waves.facesNone') : t('waves.faces', { count: faces })}</dd>
          <dt>{t('waves.fact.said')}</dt>
          <dd>
            {t('waves.said', { spoken, here, people })}
            {held > 0 && (
              <>
                {t('rules.semicolon')}
                <Link className="link" to={`/c/${communityId}/rules/cases?groupId=${groupId}`}>
                  {t('waves.heldCount', { count: held })}
                </Link>
              </>
            )}
          </dd>
        </>
      )}
    </dl>
  );
}

function Done({ wave: { answers } }: { wave: Wave }) {
  const t = useText();
  const when = useWhen();
  if (answers.length === 0) return null;
  return (
    <ul className="wave-done xs c2" aria-label={t('waves.doneLabel')}>
      {answers.map(({ id, kind, at, by, endedAt, endedBy }) => (
        <li key={id}>
          {t(`waves.done.${kind}`, { when: when.moment(at), by: by ?? t('quarrel.somebody') })}
          {endedAt !== null &&
            (endedBy === null
              ? t('waves.endedByTime', { when: when.moment(endedAt) })
              : t('waves.endedBy', { when: when.moment(endedAt), by: endedBy }))}
        </li>
      ))}
    </ul>
  );
}

/** Who came, in the order of their coming. */
function Comers({ wave: { comers, people } }: { wave: Wave }) {
  const t = useText();
  const when = useWhen();
  return (
    <section className="card" aria-label={t('waves.people')}>
      <div className="ch">
        <h2>{t('waves.people')}</h2>
        <span className="cnt">
          {people > comers.length ? t('waves.someOf', { shown: comers.length, people }) : String(people)}
        </span>
      </div>
      <ul className="wave-people">
        {comers.map((one) => (
          <li key={one.identityId}>
            <Face name={one.name} seed={one.identityId} size={28} pictureId={one.pictureId} />
            <span className="grow ell">
              <Name comer={one} />
            </span>
            <Marks comer={one} />
            <time className="xs c3 nw" dateTime={one.joinedAt}>
              {when.moment(one.joinedAt)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Comer = Wave['comers'][number];

function Name({ comer: { name, personId } }: { comer: Comer }) {
  const { communityId, can } = useHere();
  return personId !== null && can('people.read') ? (
    <Link to={`/c/${communityId}/people?open=${personId}`}>{name}</Link>
  ) : (
    name
  );
}

function Marks({ comer }: { comer: Comer }) {
  const t = useText();
  const { isNameAlike, isFaceAlike, isHere, isCleared, messages, held } = comer;
  return (
    <span className="wave-marks">
      {isNameAlike && <span className="tag">{t('waves.mark.name')}</span>}
      {isFaceAlike && <span className="tag">{t('waves.mark.face')}</span>}
      {held > 0 && <span className="tag a">{t('waves.mark.held', { count: held })}</span>}
      {isCleared && <span className="tag j">{t('waves.mark.cleared')}</span>}
      {!isHere && <span className="tag">{t('waves.mark.gone')}</span>}
      {messages > 0 && <span className="xs c3 nw">{t('waves.mark.messages', { count: messages })}</span>}
    </span>
  );
}
