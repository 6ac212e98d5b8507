// Levels: the ladders of the community in words, who has moved on them, and the way into the editor.
import { Button } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { formatCount } from '../../../../kit/format.ts';
import { useLanguage } from '../../../../kit/i18n.ts';
import { useLadders } from '../../../data/levels.ts';
import type { Ladder } from '../../../data/levels.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { useText } from '../../../text.ts';
import { LadderEditor } from './LadderEditor.tsx';
import { LevelHistory } from './LevelHistory.tsx';
import './levels.css';

/** The ladders of the community. */
export function Levels() {
  const t = useText();
  const { communityId, can } = useHere();
  const ladders = useLadders(communityId);
  const [open, setOpen] = useState<Ladder | 'new'>();
  const close = () => setOpen(undefined);
  if (open)
    return (
      <LadderEditor
        ladder={open === 'new' ? undefined : open}
        isFirst={(ladders.data?.items.length ?? 0) === 0}
        onClose={close}
      />
    );
  const add = can('levels.define') && (
    <Button type="primary" icon={<Icon name="plus" size={14} />} onClick={() => setOpen('new')}>
      {t('levels.new')}
    </Button>
  );
  return (
    <Answer query={ladders} rows={6}>
      {({ items }) =>
        items.length > 0 ? (
          <div className="ladders">
            {items.map((ladder) => (
              <LadderCard key={ladder.id} ladder={ladder} onEdit={() => setOpen(ladder)} />
            ))}
            <div>{add}</div>
          </div>
        ) : (
          <section className="card">
            <EmptyState kind="nothing" title={t('levels.none')} text={t('levels.noneText')} action={add} />
          </section>
        )
      }
    </Answer>
  );
}

function LadderCard({ ladder, onEdit }: { ladder: Ladder; onEdit: () => void }) {
  const t = useText();
  const language = useLanguage();
  const { can } = useHere();
  return (
    <section className="card ladder" aria-label={ladder.name}>
      <div className="ch">
        <h2>{ladder.name}</h2>
        {ladder.main && <span className="tag g">{t('levels.main')}</span>}
        {ladder.running && <span className="cnt amber">{t('levels.running')}</span>}
        {can('levels.define') && (
          <Button size="small" className="more" onClick={onEdit}>
            {t('levels.edit')}
          </Button>
        )}
      </div>
      <ol className="steps">
        {ladder.levels.map((level, at) => (
          <li key={level.number}>
            <span className="stepno song">{at + 1}</span>
            <div className="grow">
              <p>
                <b>{level.name}</b>{' '}
                <span className="xs c3">
                  {level.people === null
                    ? t('levels.rest')
                    : t('levels.people', { number: formatCount(level.people, language) })}
                </span>
              </p>
              <p className="s c2">{at === 0 ? t('levels.everybody') : level.entryWords || t('levels.byHand')}</p>
              {at > 0 && (
                <p className="xs c3">
                  {level.stayingWords ? t('levels.stays', { rule: level.stayingWords }) : t('levels.kept')}
                </p>
              )}
            </div>
            <div className="gives">
              {level.price && (
                <span className="tag o">
                  {t('levels.priceShort', {
                    amount: level.price.amount / 100,
                    currency: level.price.currency,
                    days: level.price.days,
                  })}
                </span>
              )}
              {level.privileges?.map((one) => (
                <span key={`${one.kind} ${one.name}`} className="tag">
                  {one.name}
                </span>
              ))}
            </div>
          </li>
        ))}
      </ol>
      <p className="xs c3 policy">{t('levels.policyWords', ladder.policy)}</p>
      <LevelHistory ladderId={ladder.id} />
    </section>
  );
}
