import { useHere } from '../data/session.ts';
import { useText } from '../text.ts';
import { SectionNav } from './SectionNav.tsx';

const sections = ['groups', 'purpose', 'entrances', 'playbook'] as const;

/** Sections of the menu group "Community". */
export function CommunityNav({ on }: { on: (typeof sections)[number] }) {
  const t = useText();
  const { communityId } = useHere();
  const items = sections.map((section) => ({
    to: `/c/${communityId}/${section}`,
    text: t(`section.${section}`),
    on: section === on,
  }));
  return <SectionNav label={t('menu.community')} items={items} />;
}
