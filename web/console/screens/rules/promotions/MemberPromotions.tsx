import { Segmented, Select } from 'antd';
import { useGroups } from '../../../data/groups.ts';
import { useHere } from '../../../data/session.ts';
import { useText } from '../../../text.ts';
import type { PromotionPart } from './Promotions.tsx';
import { Count, Part, Row } from '../settings/SettingsPart.tsx';

/** Promotions that members make for themselves: in which groups, how many a week. */
export function MemberPromotions({ value, set, disabled }: PromotionPart) {
  const t = useText();
  const { communityId } = useHere();
  const groups = useGroups(communityId, { limit: 200 }).data?.items ?? [];
  const { members } = value;
  const change = (part: Partial<typeof members>) => set({ members: { ...members, ...part } });
  return (
    <Part title={t('promo.set.members')} text={t('promo.set.membersText')}>
      <Row name={t('promo.set.membersGuard')} text={t(`promo.set.membersGuardText.${members.guard}`)}>
        <Segmented
          size="small"
          aria-label={t('promo.set.membersGuard')}
          disabled={disabled}
          value={members.guard}
          options={(['off', 'on'] as const).map((one) => ({ value: one, label: t(`promo.set.floors.${one}`) }))}
          onChange={(guard) => change({ guard })}
        />
      </Row>
      {members.guard === 'on' && (
        <>
          <label className="stacked">
            <span>{t('promo.set.membersWhere')}</span>
            <Select
              mode="multiple"
              disabled={disabled}
              value={members.groupIds}
              placeholder={t('promo.set.membersNowhere')}
              optionFilterProp="label"
              options={groups.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(groupIds) => change({ groupIds })}
            />
          </label>
          <Row name={t('promo.set.membersPerWeek')}>
            <Count
              label={t('promo.set.membersPerWeek')}
              value={members.perWeek}
              min={0}
              max={50}
              unit={t('promo.set.aWeek')}
              disabled={disabled}
              onChange={(perWeek) => change({ perWeek })}
            />
          </Row>
        </>
      )}
    </Part>
  );
}
