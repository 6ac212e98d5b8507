import { Select } from 'antd';
import { useSetTwoFactorPolicy, useTwoFactorPolicy } from '../../data/team.ts';
import type { TwoFactorStanding } from '../../data/team.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { Face } from '../../pieces/Face.tsx';
import { useTellProblem } from '../../pieces/problems.ts';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';

const scopes = ['nobody', 'owner', 'admin', 'workers', 'everybody'] as const;
const graces = [0, 3, 7, 14, 30, 60];

/** Who must have the second step of signing in, by when, and who lacks it; each choice holds at once. */
export function TwoFactorPolicy() {
  const t = useText();
  const { communityId } = useHere();
  const policy = useTwoFactorPolicy(communityId);
  const change = useSetTwoFactorPolicy(communityId);
  const tellProblem = useTellProblem();
  const keep = (next: Pick<TwoFactorStanding, 'from' | 'graceDays'>) =>
    void change.mutateAsync(next).catch(tellProblem);
  return (
    <section className="card cb narrow door-settings" aria-label={t('twoFactor.title')}>
      <h2 className="h2">{t('twoFactor.title')}</h2>
      <p className="s c2">{t('twoFactor.text')}</p>
      <Answer query={policy} rows={2}>
        {({ from, graceDays, missing }) => (
          <>
            <div className="setrow">
              <span className="grow">{t('twoFactor.from')}</span>
              <Select
                aria-label={t('twoFactor.from')}
                style={{ width: 190 }}
                value={from}
                disabled={change.isPending}
                options={scopes.map((value) => ({ value, label: t(`twoFactor.scope.${value}`) }))}
                onChange={(value) => keep({ from: value, graceDays })}
              />
            </div>
            {from !== 'nobody' && (
              <div className="setrow">
                <span className="grow">{t('twoFactor.grace')}</span>
                <Select
                  aria-label={t('twoFactor.grace')}
                  style={{ width: 190 }}
                  value={graceDays}
                  disabled={change.isPending}
                  options={[...new Set([...graces, graceDays])].map((value) => ({ value, label: String(value) }))}
                  onChange={(days) => keep({ from, graceDays: days })}
                />
              </div>
            )}
            {from !== 'nobody' && <Missing missing={missing} />}
          </>
        )}
      </Answer>
    </section>
  );
}

function Missing({ missing }: Pick<TwoFactorStanding, 'missing'>) {
  const t = useText();
  const when = useWhen();
  if (missing.length === 0) return <p className="s c2">{t('twoFactor.none')}</p>;
  return (
    <>
      <h3 className="s c2">{t('twoFactor.missing')}</h3>
      <ul className="people-list">
        {missing.map(({ userId, name, dueAt }) => (
          <li key={userId}>
            <Face name={name} seed={userId} size={28} />
            <span className="grow">{name}</span>
            <span className="xs c3">
              {t(when.isAhead(dueAt) ? 'twoFactor.due' : 'twoFactor.late', { when: when.moment(dueAt) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
