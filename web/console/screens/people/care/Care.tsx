import { PageHead } from '../../../pieces/PageHead.tsx';
import { useText } from '../../../text.ts';
import { PeopleNav } from '../PeopleNav.tsx';
import { ContactsCard } from './ContactsCard.tsx';
import { FadingCard } from './FadingCard.tsx';
import './care.css';

/** Care for those who have gone quiet: the list, and what came of writing to them. */
export function Care() {
  const t = useText();
  return (
    <>
      <PageHead title={t('people.title')} nav={<PeopleNav on="fading" />} />
      <div className="care-page">
        <FadingCard />
        <ContactsCard />
      </div>
    </>
  );
}
