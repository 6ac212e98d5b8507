import { useHere } from '../../../data/session.ts';
import { SuccessorsCard } from './SuccessorsCard.tsx';
import { TrainingCard } from './TrainingCard.tsx';
import './leading.css';

/** Who leads next: who could, with reasons, and how new ones learn it. */
export function LeadingSection() {
  const { can } = useHere();
  return (
    <>
      {can('rotation.choose') && <SuccessorsCard />}
      <TrainingCard />
    </>
  );
}
