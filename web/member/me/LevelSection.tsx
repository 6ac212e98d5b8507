// My level: what the community calls it, what it gives, what is missing to the next one. Levels are public; nothing here is a score.
import { useState, type ReactElement } from 'react';
import type { paths } from '../../kit/api-types.ts';
import { answerOf, api } from '../../kit/api.ts';
import { Icon } from '../icons.tsx';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';

type OwnLevel =
  paths['/api/member/communities/{communityId}/levels']['get']['responses'][200]['content']['application/json']['items'][number];

async function getOwnLevels(communityId: string): Promise<OwnLevel[]> {
  const params = { path: { communityId } };
  return (await answerOf(api.GET('/api/member/communities/{communityId}/levels', { params }))).items;
}

/** My levels on all ladders; nothing where the community has none. */
export function LevelSection({ communityId }: { communityId: string }): ReactElement | null {
  const t = useT();
  const { data } = useLoad(`levels ${communityId}`, () => getOwnLevels(communityId));
  if (!data || data.length === 0) return null;
  return (
    <section className="sec">
      <div className="sec-h">
        <h2>{t('member:level.title')}</h2>
      </div>
      {data.map((own) => (
        <Ladder key={own.ladderId} own={own} />
      ))}
    </section>
  );
}

function Ladder({ own }: { own: OwnLevel }): ReactElement {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const level = own.levels.find(({ number }) => number === own.level);
  const place = own.levels.findIndex(({ number }) => number === own.level);
  return (
    <article className="card mylevel">
      <p className="xs c3">{own.name}</p>
      <h3>{level?.name}</h3>
      <p className="xs c3">
        {own.paidUntil
          ? t('member:level.paidUntil', { day: own.paidUntil })
          : own.since
            ? t('member:level.since', { day: own.since })
            : null}
      </p>
      <ol className="levelbar" aria-hidden="true">
        {own.levels.map(({ number }, at) => (
          <li key={number} className={at <= place ? 'on' : ''} />
        ))}
      </ol>
      {own.slips ? <p className="s c2">{t('member:level.slips', { day: own.slips.on })}</p> : null}
      {level && level.gives.length > 0 ? <Gives words={level.gives} /> : null}
      <Next own={own} />
      <button type="button" className="link s" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t(isOpen ? 'member:level.fold' : 'member:level.all')}
      </button>
      {isOpen ? (
        <ol className="alllevels">
          {own.levels.map(({ number, name, gives }) => (
            <li key={number} aria-current={number === own.level ? 'true' : undefined}>
              <b>{name}</b>
              {gives.length > 0 ? <span className="xs c3"> {gives.join(' · ')}</span> : null}
            </li>
          ))}
        </ol>
      ) : null}
    </article>
  );
}

function Gives({ words }: { words: readonly string[] }): ReactElement {
  const t = useT();
  return (
    <div className="s">
      {t('member:level.gives')}
      <ul className="missing">
        {words.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  );
}

function Next({ own: { next } }: { own: OwnLevel }): ReactElement {
  const t = useT();
  if (!next) return <p className="s c2">{t('member:level.top')}</p>;
  if (next.missing.length === 0) return <p className="s c2">{t('member:level.byHand', { level: next.name })}</p>;
  const isReached = next.join === 'all' ? next.missing.every(({ met }) => met) : next.missing.some(({ met }) => met);
  return (
    <div className="s">
      {t('member:level.next', { level: next.name })}
      {next.join === 'any' && next.missing.length > 1 ? <p className="xs c3">{t('member:level.any')}</p> : null}
      <ul className="missing">
        {next.missing.map(({ words, met, have, need }) => (
          <li key={words} className={met ? 'met' : ''}>
            {met ? <Icon name="check" size={16} /> : null} {words}
            {!met && have !== null && need !== null ? (
              <span className="xs c3"> {t('member:level.have', { have, need })}</span>
            ) : null}
          </li>
        ))}
      </ul>
      {isReached ? <p className="xs c3">{t('member:level.reached')}</p> : null}
    </div>
  );
}
