import { useHere } from '../../data/session.ts';
import { SectionNav } from '../../pieces/SectionNav.tsx';
import { useText } from '../../text.ts';

/** The sections of People; those with an address of their own stand behind a stroke, the others are views of one screen. */
export function PeopleNav({ on }: { on: string }) {
  const t = useText();
  const { communityId, can } = useHere();
  const base = `/c/${communityId}/people`;
  const views = [
    'all',
    'segments',
    ...(can('levels.read') ? (['levels'] as const) : []),
    'fields',
    ...(can('people.manage') ? (['same'] as const) : []),
    ...(can('imports.manage') ? (['imports'] as const) : []),
    ...(can('people.moderate') ? (['bans'] as const) : []),
  ] as const;
  const places = can('care.read') ? (['newcomers', 'fading', 'rounds'] as const) : [];
  return (
    <SectionNav
      label={t('menu.people')}
      items={[
        ...views.map((one) => ({
          to: one === 'all' ? base : `${base}?view=${one}`,
          text: t(`people.${one}`),
          on: on === one,
        })),
        ...places.map((one) => ({
          to: `${base}/${one === 'fading' ? 'care' : one}`,
          text: t(`care.nav.${one}`),
          on: on === one,
        })),
        ...(can('points.read') ? [{ to: `${base}/points`, text: t('points.nav'), on: on === 'points' }] : []),
        ...(can('care.sort') ? [{ to: `${base}/sorting`, text: t('sorting.nav'), on: on === 'sorting' }] : []),
        ...(can('introductions.read')
          ? [{ to: `${base}/exchange`, text: t('exchange.nav'), on: on === 'exchange' }]
          : []),
        ...(can('care.read') ? [{ to: `${base}/seeds`, text: t('seeds.nav'), on: on === 'seeds' }] : []),
        ...(can('guests.read') ? [{ to: `${base}/guests`, text: t('guests.nav'), on: on === 'guests' }] : []),
      ]}
    />
  );
}
