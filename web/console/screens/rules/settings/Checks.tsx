import { Segmented } from 'antd';
import { Link } from 'react-router';
import { triedChecks } from '../../../data/dry-runs.ts';
import { checks, useCaseCounts } from '../../../data/rules.ts';
import type { Check, RulesSettings } from '../../../data/rules.ts';
import { useHere } from '../../../data/session.ts';
import { useText } from '../../../text.ts';
import { LastLook } from '../trying/LastLook.tsx';
import { LookBack } from '../trying/LookBack.tsx';
import { CheckLimits } from './CheckLimits.tsx';
import { Part, Row } from './SettingsPart.tsx';
import type { PartProps } from './SettingsPart.tsx';

const modes = ['on', 'dry', 'off'] as const;

/** Which checks act, which only note; each can be tried on what was said. */
export function Checks({ value, set, disabled }: PartProps) {
  const t = useText();
  const { communityId } = useHere();
  const dry = useCaseCounts(communityId).data?.week.dry ?? 0;
  return (
    <Part title={t('rules.set.checks')} text={t('rules.set.checksText')}>
      {checks.map((check) => (
        <Row key={check} name={t(`rules.check.${check}`)} text={t(`rules.checkText.${check}`)}>
          {!disabled && <TryCheck check={check} settings={value} />}
          <Segmented
            size="small"
            aria-label={t(`rules.check.${check}`)}
            disabled={disabled}
            value={value.checks[check]}
            options={modes.map((mode) => ({ value: mode, label: t(`rules.mode.${mode}`) }))}
            onChange={(mode) => set({ checks: { ...value.checks, [check]: mode } })}
          />
        </Row>
      ))}
      <CheckLimits value={value} set={set} disabled={disabled} />
      <LastLook about="settings" />
      {dry > 0 && (
        <p className="s c2">
          {t('rules.dryNoted', { count: dry })}{' '}
          <Link className="link" to={`/c/${communityId}/rules/cases?view=dry`}>
            {t('rules.dryLook')}
          </Link>
        </p>
      )}
    </Part>
  );
}

/** What a check would have stopped, with the settings as they stand on the screen. */
function TryCheck({ check, settings }: { check: Check; settings: RulesSettings }) {
  const t = useText();
  const tried = triedChecks.find((one) => one === check);
  if (!tried) return null;
  return <LookBack about={{ kind: 'check', check: tried, settings }} name={t(`rules.check.${check}`)} />;
}
