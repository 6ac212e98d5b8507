// What a change would do, before it holds: how many go up and down, who and why; then the button that makes it real.
import { App, Button, Checkbox, Drawer } from 'antd';
import { useState } from 'react';
import { formatCount } from '../../../../kit/format.ts';
import { useLanguage } from '../../../../kit/i18n.ts';
import { useSaveLadder } from '../../../data/levels.ts';
import type { DryRun, Ladder, LadderDraft } from '../../../data/levels.ts';
import { useHere } from '../../../data/session.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';

interface DrawerProps {
  ladder: Ladder | undefined;
  draft: LadderDraft;
  tried: DryRun;
  onClose: () => void;
  onSaved: () => void;
}

/** The lists of up and down. */
export function DryRunDrawer({ ladder, draft, tried, onClose, onSaved }: DrawerProps) {
  const t = useText();
  const language = useLanguage();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const save = useSaveLadder(communityId);
  const tellProblem = useTellProblem();
  const [tells, setTells] = useState(true);
  const count = (number: number) => formatCount(number, language);
  const make = () =>
    save.mutateAsync({ ladder, draft, tells }).then(() => {
      void message.success(t('levels.saved', { name: draft.name }));
      onSaved();
    }, tellProblem);
  return (
    <Drawer
      open
      size="large"
      title={t('levels.trial')}
      onClose={onClose}
      footer={
        <div className="row wrap">
          {ladder && (
            <Checkbox checked={tells} onChange={({ target }) => setTells(target.checked)}>
              {t('levels.tells')}
            </Checkbox>
          )}
          <Button type="primary" className="more" loading={save.isPending} onClick={() => void make()}>
            {t('levels.make')}
          </Button>
        </div>
      }
    >
      <p className="trialsum">
        {t('levels.trialSum', {
          up: count(tried.up.count),
          down: count(tried.down.count),
          people: count(tried.people),
        })}
      </p>
      <ul className="triallevels">
        {tried.levels.map(({ name, people }) => (
          <li key={name}>
            <span>{name}</span>
            <meter min={0} max={Math.max(1, tried.people)} value={people} aria-label={name} />
            <b className="num">{count(people)}</b>
          </li>
        ))}
      </ul>
      <Moves title={t('levels.ups', { number: count(tried.up.count) })} list={tried.up} />
      <Moves title={t('levels.downs', { number: count(tried.down.count) })} list={tried.down} />
      <p className="xs c3">{t('levels.trialText')}</p>
    </Drawer>
  );
}

function Moves({ title, list }: { title: string; list: DryRun['up'] }) {
  const t = useText();
  return (
    <section className="moves" aria-label={title}>
      <h3>{title}</h3>
      {list.items.length === 0 ? (
        <p className="s c3">{t('levels.nobody')}</p>
      ) : (
        <ul>
          {list.items.map((one) => (
            <li key={one.personId}>
              <p>
                <b>{one.name}</b> {one.from} → {one.to}
                {one.on && <span className="tag"> {t('levels.on', { day: one.on })}</span>}
              </p>
              {one.why && <p className="xs c3">{one.why}</p>}
            </li>
          ))}
        </ul>
      )}
      {list.count > list.items.length && (
        <p className="xs c3">{t('levels.shown', { shown: list.items.length, number: list.count })}</p>
      )}
    </section>
  );
}
