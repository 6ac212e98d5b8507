import { useHere } from '../../../data/session.ts';
import { SuccessorsCard } from './SuccessorsCard.tsx';
import { TurnsCard } from './TurnsCard.tsx';
import { TrainingCard } from './TrainingCard.tsx';
import './leading.css';

/** Who leads groups in turns, who could lead next, and how new ones learn it. */
export function LeadingSection() {
  const { can } = useHere();
  return (
    <>
      <TurnsCard />
      {can('rotation.choose') && <SuccessorsCard />}
      {can('rotation.train') && <TrainingCard />}
    </>
  );
}
