import { useCaseCounts } from '../../data/rules.ts';
import { useHere } from '../../data/session.ts';
import { PageHead } from '../../pieces/PageHead.tsx';
import { SectionNav } from '../../pieces/SectionNav.tsx';
import { useText } from '../../text.ts';

const tabs = ['cases', 'text', 'lists', 'waves', 'quality', 'promotions', 'settings'] as const;

/** Title and tabs of the screens of rules, with what became of this week's cases. */
export function RulesHead({ on }: { on: (typeof tabs)[number] }) {
  const t = useText();
  const { communityId } = useHere();
  const counts = useCaseCounts(communityId).data;
  const week = counts?.week;
  return (
    <PageHead
      title={t('rules.title')}
      nav={
        <SectionNav
          label={t('rules.title')}
          items={tabs.map((tab) => ({
            to: `/c/${communityId}/rules/${tab}`,
            text: t(`rules.tab.${tab}`),
            on: tab === on,
            ...(tab === 'cases' && counts ? { count: counts.waiting + counts.appealed } : {}),
          }))}
        />
      }
      sub={
        week && week.stopped > 0
          ? t('rules.week', { stopped: week.stopped, released: week.released, overturned: week.overturned })
          : undefined
      }
    />
  );
}
