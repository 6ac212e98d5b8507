import { useState } from 'react';
import { useLanguage } from '../../../../kit/i18n.ts';
import { useLedStory } from '../../../data/leading.ts';
import type { LedGroup, LedStory } from '../../../data/leading.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { useNameOf } from '../../../pieces/duty/names.ts';
import { useText } from '../../../text.ts';
import { sayDay } from '../duty/days.ts';

/** What a hand-over takes along, ticked by the facts, and who led before; asked for when it is opened. */
export function TurnStory({ group: { groupId, name } }: { group: LedGroup }) {
  const t = useText();
  const { communityId } = useHere();
  const [open, setOpen] = useState(false);
  const story = useLedStory(communityId, groupId, open);
  return (
    <details className="leading-story" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="s" aria-label={t('leading.detailsOf', { name })}>
        {t('leading.details')}
      </summary>
      {open && (
        <Answer query={story} rows={3}>
          {(found) => (
            <>
              {found.facts && <Checks facts={found.facts} />}
              <Past story={found} />
            </>
          )}
        </Answer>
      )}
    </details>
  );
}

function Checks({ facts }: { facts: NonNullable<LedStory['facts']> }) {
  const t = useText();
  const counted = (['questions', 'cases', 'tasks'] as const).map((key) => ({
    key,
    done: facts[key] === 0,
    words: facts[key] === 0 ? t('leading.clear') : t('leading.open', { count: facts[key] }),
  }));
  const guests = {
    key: 'guests' as const,
    done: true,
    words: facts.guests === 0 ? t('leading.noneComes') : t('leading.comes', { count: facts.guests }),
  };
  const note = { key: 'note' as const, done: facts.note, words: t(facts.note ? 'leading.written' : 'leading.missing') };
  return (
    <ul className="leading-checks">
      {[...counted, guests, note].map(({ key, done, words }) => (
        <li key={key} className="s">
          <span aria-hidden className={done ? 'jade' : 'amber'}>
            {done ? '✓' : '○'}
          </span>{' '}
          {t(`leading.checks.${key}`)} <span className="c2">{words}</span>
        </li>
      ))}
    </ul>
  );
}

function Past({ story: { past, operators } }: { story: LedStory }) {
  const t = useText();
  const language = useLanguage();
  const nameOf = useNameOf(operators);
  return (
    <>
      <h3 className="s c2">{t('leading.history')}</h3>
      {past.length === 0 && <p className="s c3">{t('leading.noHistory')}</p>}
      <ul>
        {past.map(({ id, userId, insteadOf, firstDay, lastDay, facts }) => (
          <li key={id} className="s">
            {t('leading.was', {
              name: nameOf(userId),
              from: sayDay(firstDay, language),
              to: sayDay(lastDay, language),
            })}
            {insteadOf !== null && ` · ${t('leading.insteadOf', { name: nameOf(insteadOf) })}`}
            {facts && <span className="c3"> · {t('leading.wasFacts', { ...facts })}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
