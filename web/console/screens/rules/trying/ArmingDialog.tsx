// The question before something that only noted begins to act: how right it was so far, and that one may go on anyway, knowing it.
import { Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { useShadows } from '../../../data/shadows.ts';
import type { ShadowOf, ShadowReport } from '../../../data/shadows.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { useText } from '../../../text.ts';
import { ShadowFigures } from './ShadowFigures.tsx';
import './trying.css';

/** Something that is to act from now on. */
export interface ArmingSubject {
  name: string;
  of: ShadowOf;
}

interface ArmingDialogProps {
  subjects: readonly ArmingSubject[];
  isBusy: boolean;
  onGo: () => void;
  onStay: () => void;
}

/** The question. */
export function ArmingDialog({ subjects, isBusy, onGo, onStay }: ArmingDialogProps) {
  const t = useText();
  const { communityId } = useHere();
  const [isKnown, setKnown] = useState(false);
  const shadows = useShadows(
    communityId,
    subjects.map(({ of }) => of),
  );
  const standing = shadows.data && worstOf(shadows.data);
  const [first] = subjects;
  return (
    <Modal
      open
      title={
        subjects.length === 1 && first
          ? t('rules.arm.title', { name: first.name })
          : t('rules.arm.titleMany', { count: subjects.length })
      }
      onCancel={onStay}
      footer={
        <>
          <Button type={standing === 'good' ? 'default' : 'primary'} onClick={onStay}>
            {t('rules.arm.stay')}
          </Button>
          <Button
            type={standing === 'good' ? 'primary' : 'default'}
            danger={standing === 'bad'}
            disabled={standing === undefined || (standing === 'bad' && !isKnown)}
            loading={isBusy}
            onClick={onGo}
          >
            {t(`rules.arm.go.${standing ?? 'good'}`)}
          </Button>
        </>
      }
    >
      <Answer query={shadows} rows={3}>
        {(reports) => (
          <>
            <p className={`arming-lead ${worstOf(reports)}`}>{t(`rules.arm.lead.${worstOf(reports)}`)}</p>
            {subjects.map(({ name, of }, at) => (
              <section key={name} aria-label={name}>
                {subjects.length > 1 && <h3 className="lab">{name}</h3>}
                <ShadowFigures report={reports[at]!} of={of} />
              </section>
            ))}
            <p className="s c3">{t('rules.arm.after')}</p>
            {worstOf(reports) === 'bad' && (
              <Checkbox checked={isKnown} onChange={({ target }) => setKnown(target.checked)}>
                {t('rules.arm.know')}
              </Checkbox>
            )}
          </>
        )}
      </Answer>
    </Modal>
  );
}

/** The weakest of several decides how it is asked. */
function worstOf(reports: readonly ShadowReport[]): ShadowReport['standing'] {
  const standings = reports.map(({ standing }) => standing);
  return (['bad', 'few'] as const).find((one) => standings.includes(one)) ?? 'good';
}
