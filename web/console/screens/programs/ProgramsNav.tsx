import { useHere } from '../../data/session.ts';
import { SectionNav } from '../../pieces/SectionNav.tsx';
import { useText } from '../../text.ts';

/** Sections of the menu group "Programs". */
export function ProgramsNav({ on }: { on: 'checkIns' | 'welcome' }) {
  const t = useText();
  const { communityId } = useHere();
  const base = `/c/${communityId}/programs`;
  return (
    <SectionNav
      label={t('menu.programs')}
      items={[
        { to: base, text: t('programs.checkIns'), on: on === 'checkIns' },
        { to: `${base}/welcome`, text: t('programs.welcome'), on: on === 'welcome' },
      ]}
    />
  );
}
