import { useImportRows } from '../../../data/imports.ts';
import type { Import, ImportRow, Verdict } from '../../../data/imports.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { MoreButton } from '../../../pieces/MoreButton.tsx';
import { useText } from '../../../text.ts';

/** The rows of one kind: what would change, or what is wrong and how to mend it. */
export function Rows({ one, verdict }: { one: Import; verdict: Verdict }) {
  const t = useText();
  const { communityId } = useHere();
  const stage = `${one.state} ${one.counts[verdict]}`;
  const rows = useImportRows(communityId, { id: one.id, verdict, stage });
  return (
    <section className="card" aria-label={t(`imports.verdict.${verdict}`)}>
      <Answer query={rows} rows={5}>
        {(items) =>
          items.length > 0 ? (
            <>
              <ul className="listrows">
                {items.map((row) => (
                  <Row key={row.number} row={row} />
                ))}
              </ul>
              <MoreButton query={rows} />
            </>
          ) : (
            <EmptyState
              kind="nothing"
              title={t(one.forgottenAt === null ? `imports.noRows.${verdict}` : 'imports.forgotten')}
            />
          )
        }
      </Answer>
    </section>
  );
}

function Row({ row }: { row: ImportRow }) {
  const t = useText();
  return (
    <li>
      <span className="rownumber c3">{t('imports.row', { number: row.number })}</span>
      <span className="rowname ell">{row.name || t('imports.nobody')}</span>
      <span className="grow">
        {row.changes.length > 0 && (
          <span className="s c2">
            {t('imports.willChange', {
              what: row.changes.map((change) => t(`imports.change.${change}`)).join(t('pulse.comma')),
            })}
          </span>
        )}
        {row.problems.map(({ heading, value, reason, cure }, at) => (
          <span key={at} className="rowproblem s">
            {heading && <span className="tag o">{heading}</span>}
            {value && <q className="ell">{value}</q>}
            <b>{reason}</b>
            <span className="c2">{cure}</span>
          </span>
        ))}
      </span>
      {row.undone === 'kept' && <span className="tag o">{t('imports.kept')}</span>}
    </li>
  );
}
