import { App, Button, InputNumber } from 'antd';
import { useState } from 'react';
import type { Group } from '../../data/groups.ts';
import { useOwnPolicy } from '../../data/promotions.ts';
import type { Standing } from '../../data/promotions.ts';
import { useHere } from '../../data/session.ts';
import { useText } from '../../text.ts';
import { useTellProblem } from '../problems.ts';
import { QuietField } from './QuietField.tsx';

/** What holds in this group: as its tier, or of its own. */
export function OwnPolicy({ group, standing }: { group: Group; standing: Standing }) {
  const t = useText();
  const { communityId, can } = useHere();
  const { message } = App.useApp();
  const change = useOwnPolicy(communityId, group.id);
  const tellProblem = useTellProblem();
  const { perWeek, gapHours, quiet } = standing.policy;
  const [own, setOwn] = useState({ perWeek, gapHours, quiet });
  const isChanged = JSON.stringify(own) !== JSON.stringify({ perWeek, gapHours, quiet });
  const save = (value: typeof own | null) =>
    change
      .mutateAsync(value)
      .then(() => message.success(t('promo.saved')))
      .catch(tellProblem);
  const disabled = !can('promotions.manage');
  return (
    <section>
      <h3 className="lab">
        {t('promo.policy')} <span className="tag o">{t(standing.own ? 'promo.ofItsOwn' : 'promo.asTier')}</span>
      </h3>
      <div className="own-policy">
        <label>
          <span className="s">{t('promo.perWeek')}</span>
          <InputNumber
            value={own.perWeek}
            min={0}
            max={50}
            precision={0}
            disabled={disabled}
            onChange={(next) => next !== null && setOwn({ ...own, perWeek: next })}
          />
        </label>
        <label>
          <span className="s">{t('promo.gap')}</span>
          <InputNumber
            value={own.gapHours}
            min={0}
            max={336}
            precision={0}
            disabled={disabled}
            onChange={(next) => next !== null && setOwn({ ...own, gapHours: next })}
          />
        </label>
        <QuietField value={own.quiet} disabled={disabled} onChange={(next) => setOwn({ ...own, quiet: next })} />
      </div>
      {!disabled && (
        <div className="row wrap">
          <Button size="small" disabled={!isChanged} loading={change.isPending} onClick={() => void save(own)}>
            {t('promo.holdHere')}
          </Button>
          {standing.own && (
            <Button size="small" type="text" onClick={() => void save(null)}>
              {t('promo.followTier')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
