import type { ReactNode } from 'react';
import { PageHead } from '../../../pieces/PageHead.tsx';
import { useText } from '../../../text.ts';
import { PeopleNav } from '../PeopleNav.tsx';

/** The head of the screens of rounds. */
export function RoundsHead({ actions }: { actions?: ReactNode }) {
  const t = useText();
  return <PageHead title={t('people.title')} nav={<PeopleNav on="rounds" />} actions={actions} />;
}
