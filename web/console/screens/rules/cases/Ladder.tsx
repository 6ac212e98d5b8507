import { useId } from 'react';
import { formatDay } from '../../../../kit/format.ts';
import { useLanguage } from '../../../../kit/i18n.ts';
import { steps, useSanctions } from '../../../data/rules.ts';
import type { CaseDetail, Step } from '../../../data/rules.ts';
import { useHere } from '../../../data/session.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';

/** The ladder of this rule: where the author stands, which step is due, and the one that is chosen. */
export function Ladder({ one, usual, step, onStep, isDry }: LadderProps) {
  const t = useText();
  const when = useWhen();
  const language = useLanguage();
  const id = useId();
  const { communityId } = useHere();
  const past = useSanctions(communityId, one.identityId).data ?? [];
  const isAppeal = one.state === 'appealed';
  const lastOf = (which: Step) =>
    past.find(
      ({ rule, step: taken, state, decaysAt }) =>
        rule === one.rule && taken === which && (state === 'applied' || state === 'proposed') && when.isAhead(decaysAt),
    );
  return (
    <fieldset className="ladder">
      <legend className="lab">
        {t(isAppeal ? 'rules.ladderAppeal' : 'rules.ladder')}
        {isDry && <span className="tag o">{t('rules.ladderDry')}</span>}
      </legend>
      <div className="ladder-steps">
        {(['none', ...steps] as const).map((which, at) => {
          const last = which === 'none' ? undefined : lastOf(which);
          const told =
            which === usual && !isAppeal ? t('rules.proposed') : last ? formatDay(last.givenAt, { language }) : '';
          return (
            <label key={which} className={[which === step ? 'on' : '', last ? 'past' : ''].join(' ')}>
              <input type="radio" name={id} className="sr" checked={which === step} onChange={() => onStep(which)} />
              <i aria-hidden="true">{at === 0 ? '–' : at}</i>
              <span>
                {which === 'none' && isAppeal ? t('rules.noMoreStep') : t(`rules.step.${which}`)}
                {told && <small>{told}</small>}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

interface LadderProps {
  one: CaseDetail;
  /** What the ladder would take. */
  usual: Step | 'none';
  step: Step | 'none';
  onStep: (step: Step | 'none') => void;
  /** Steps are only noted. */
  isDry: boolean;
}
