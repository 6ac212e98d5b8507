import type { Group, Lifecycle, Tier } from '../data/groups.ts';
import { useText } from '../text.ts';
import type { ConsoleKey } from '../text.ts';

const tierTones: Record<Tier, string> = {
  funnel: '',
  ordinary: 'i',
  paid: 'g',
  holding: 'o',
  campaign: 'p',
  lecture: 'j',
};
const lifeTones: Record<Lifecycle, string> = {
  new: 'c3',
  growing: 'jade',
  mature: '',
  declining: 'amber',
  dead: 'red',
  dissolved: 'c3',
};

/** A group's tier as a tag. */
export function TierTag({ tier }: { tier: Tier }) {
  const t = useText();
  return <span className={`tag ${tierTones[tier]}`}>{t(`tier.${tier}`)}</span>;
}

/** The state of a group's life as a word in its colour. */
export function LifeWord({ lifecycle }: { lifecycle: Lifecycle }) {
  const t = useText();
  return <span className={lifeTones[lifecycle]}>{t(`life.${lifecycle}`)}</span>;
}

/** The name of a carrier. */
export function useCarrierName(): (carrier: string) => string {
  const t = useText();
  return (carrier) => (carrier === 'web' || carrier === 'manual' ? t(`carrier.${carrier}`) : carrier);
}

/** Whether any rule holds in a group right now that a member would notice. */
export function hasRules({ mutedAll, slowModeSeconds, nameLocked, approval }: Group): boolean {
  return mutedAll || slowModeSeconds > 0 || nameLocked || approval;
}

/** The rules that hold in a group right now, as short tags. */
export function RuleTags({ group }: { group: Group }) {
  const t = useText();
  const held: [boolean, ConsoleKey][] = [
    [group.mutedAll, 'rule.mutedAll'],
    [group.slowModeSeconds > 0, 'rule.slow'],
    [group.nameLocked, 'rule.nameLocked'],
    [group.approval, 'rule.approval'],
  ];
  return (
    <span className="row wrap" style={{ gap: 4 }}>
      {held
        .filter(([on]) => on)
        .map(([, key]) => (
          <span key={key} className={key === 'rule.mutedAll' ? 'tag a' : 'tag'}>
            {t(key, { seconds: group.slowModeSeconds })}
          </span>
        ))}
    </span>
  );
}
