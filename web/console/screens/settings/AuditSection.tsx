import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useAudit } from '../../data/audit.ts';
import type { AuditEntry, AuditFilter } from '../../data/audit.ts';
import { useHere } from '../../data/session.ts';
import { useTeam } from '../../data/team.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { Face } from '../../pieces/Face.tsx';
import { useFilters } from '../../pieces/filters.ts';
import { Pager } from '../../pieces/Pager.tsx';
import { usePaging } from '../../pieces/paging.ts';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';
import { readFacts } from './audit-facts.ts';

/** Who did what, in plain words, newest first. */
export function AuditSection() {
  const t = useText();
  const { communityId } = useHere();
  const filters = useFilters();
  const team = useTeam(communityId);
  const paging = usePaging(filters.key);
  const [who, from, to] = ['who', 'from', 'to'].map((name) => filters.read(name));
  const filter: AuditFilter = {
    ...(who ? { actorId: who } : {}),
    ...(from ? { from: dayjs(from).startOf('day').toISOString() } : {}),
    ...(to ? { to: dayjs(to).endOf('day').toISOString() } : {}),
    ...(paging.cursor ? { cursor: paging.cursor } : {}),
  };
  const isFiltered = [who, from, to].some(Boolean);
  const lines = useAudit(communityId, filter);
  return (
    <>
      <div className="fb">
        <Select
          allowClear
          style={{ minWidth: 150 }}
          placeholder={t('audit.who')}
          aria-label={t('audit.who')}
          value={who ?? null}
          options={(team.data?.items ?? []).map(({ userId, name }) => ({ value: userId, label: name }))}
          onChange={(next: string | undefined) => filters.set({ who: next })}
        />
        <DatePicker.RangePicker
          aria-label={t('search.when')}
          allowEmpty={[true, true]}
          value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
          onChange={(range) =>
            filters.set({ from: range?.[0]?.format('YYYY-MM-DD'), to: range?.[1]?.format('YYYY-MM-DD') })
          }
        />
      </div>
      <section className="card tblw" aria-label={t('settings.audit')}>
        <Answer query={lines}>
          {(page) =>
            page.items.length > 0 ? (
              <>
                <ul className="audit">
                  {page.items.map((line) => (
                    <AuditLine key={line.id} line={line} />
                  ))}
                </ul>
                <Pager shown={page.items.length} nextCursor={page.nextCursor} paging={paging} />
              </>
            ) : (
              <EmptyState
                kind={isFiltered ? 'noMatch' : 'nothing'}
                title={t(isFiltered ? 'audit.noMatch' : 'audit.none')}
              />
            )
          }
        </Answer>
      </section>
    </>
  );
}

function AuditLine({ line }: { line: AuditEntry }) {
  const t = useText();
  const when = useWhen();
  const changes = readFacts(line.detail, { t, moment: when.moment });
  return (
    <li>
      <Face name={line.actor.name ?? '·'} seed={line.actor.id ?? undefined} size={28} />
      <div className="grow">
        <div className="words">{sentenceOf(line)}</div>
        {changes.length > 0 && (
          <details>
            <summary className="xs c3">{t('audit.details')}</summary>
            <dl className="facts">
              {changes.map(({ key, name, before, after }) => (
                <div key={key} style={{ display: 'contents' }}>
                  <dt>{name}</dt>
                  <dd>{before === undefined ? after : `${before} → ${after}`}</dd>
                </div>
              ))}
            </dl>
          </details>
        )}
      </div>
      <time className="xs c3 nw" dateTime={line.at}>
        {when.moment(line.at)}
      </time>
    </li>
  );
}

/** The sentence with its actor in front, unless it names them already. */
function sentenceOf({ actor, sentence }: AuditEntry): string {
  return actor.name && !sentence.includes(actor.name) ? `${actor.name} ${sentence}` : sentence;
}
