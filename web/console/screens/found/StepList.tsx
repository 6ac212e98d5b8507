import type { ReactNode } from 'react';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useText } from '../../text.ts';
import type { ConsoleKey } from '../../text.ts';

const titles: ConsoleKey[] = ['found.fit', 'found.purpose', 'found.group'];
const lines: ConsoleKey[] = ['found.fitLine', 'found.purposeLine', 'found.groupLine'];

/** The steps of founding, the current one opened; done ones can be gone back to. */
export function StepList({ step, onStep, summaries, children }: StepListProps) {
  const t = useText();
  return (
    <ol className="steps">
      {titles.map((title, index) => {
        const state = index === step ? 'on' : index < step ? 'ok' : '';
        return (
          <li key={title} className={state} aria-current={index === step ? 'step' : undefined}>
            <i aria-hidden="true">{index < step ? <Icon name="check" size={14} /> : index + 1}</i>
            <div className="grow">
              <b>{t(title)}</b>
              <span>{index < step ? summaries[index] : t(lines[index]!)}</span>
              {index === step && <div className="step-form">{children}</div>}
            </div>
            {index < step && (
              <button
                type="button"
                className="link s"
                onClick={() => onStep(index)}
                aria-label={`${t('found.change')} ${t(title)}`}
              >
                {t('found.change')}
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}

interface StepListProps {
  step: number;
  onStep: (step: number) => void;
  summaries: string[];
  children: ReactNode;
}
