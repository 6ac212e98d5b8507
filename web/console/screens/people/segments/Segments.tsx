// Segments: the saved ones beside the builder, the sentence that says what is asked, how many fit now, and who they are. What is being
// put together lives in the address, so that a view can be shared and a number elsewhere can lead here.
import { Button } from 'antd';
import { useDeferredValue } from 'react';
import { formatCount } from '../../../../kit/format.ts';
import { useLanguage } from '../../../../kit/i18n.ts';
import { useFacts, useFound, useSegments } from '../../../data/segments.ts';
import type { Condition, Draft, Found, KnownFact } from '../../../data/segments.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import type { useFilters } from '../../../pieces/filters.ts';
import { Pager } from '../../../pieces/Pager.tsx';
import { usePaging } from '../../../pieces/paging.ts';
import { useText } from '../../../text.ts';
import type { ConsoleKey } from '../../../text.ts';
import { PeopleTable } from '../PeopleTable.tsx';
import { PersonDrawer } from '../PersonDrawer.tsx';
import { PickedBar, usePicking } from '../profile/Picked.tsx';
import { Builder } from './Builder.tsx';
import { emptyDraft, isComplete, readDraft, wholeOf, writeDraft } from './draft.ts';
import { SegmentActions } from './SegmentActions.tsx';
import { SegmentList } from './SegmentList.tsx';
import './segments.css';

const pageSize = 50;

/** The view of segments on the screen of people. */
export function Segments({ filters }: { filters: ReturnType<typeof useFilters> }) {
  const { communityId } = useHere();
  const segments = useSegments(communityId);
  const facts = useFacts(communityId);
  const openId = filters.read('segment');
  const segment = segments.data?.items.find(({ id }) => id === openId);
  const inAddress = readDraft(filters.read('def'));
  const saved = segment && !segment.hidden ? (segment.definition as Draft) : undefined;
  const draft = inAddress ?? saved ?? emptyDraft;
  const open = (id: string | undefined) => filters.set({ segment: id, def: undefined, open: undefined });
  const change = (next: Draft) =>
    filters.set({ def: writeDraft(next) ?? (segment ? JSON.stringify(next) : undefined), open: undefined });
  return (
    <div className="segs">
      <SegmentList openId={openId} onOpen={({ id }) => open(id)} onNew={() => open(undefined)} />
      <div className="segs-main">
        <Answer query={facts} rows={3}>
          {(known) => (
            <Asked
              key={openId ?? 'new'}
              {...{ filters, draft, known, segment, change, open }}
              isChanged={inAddress !== undefined && JSON.stringify(inAddress) !== JSON.stringify(saved)}
            />
          )}
        </Answer>
      </div>
    </div>
  );
}

interface AskedProps {
  filters: ReturnType<typeof useFilters>;
  draft: Draft;
  known: KnownFact[];
  segment: Parameters<typeof SegmentActions>[0]['segment'];
  isChanged: boolean;
  change: (draft: Draft) => void;
  open: (segmentId: string | undefined) => void;
}

function Asked({ filters, draft, known, segment, isChanged, change, open }: AskedProps) {
  const t = useText();
  const { communityId } = useHere();
  const asked = useDeferredValue(wholeOf(draft));
  const key = JSON.stringify(asked ?? null);
  const paging = usePaging(key);
  const found = useFound(communityId, asked, {
    limit: pageSize,
    ...(paging.cursor ? { cursor: paging.cursor } : {}),
  });
  const data = asked ? found.data : undefined;
  return (
    <>
      <section className="card segbuild" aria-label={t('segments.builder')}>
        <Builder draft={draft} facts={known} onChange={change} />
        {draft.items.length === 0 && <Starters known={known} onPick={change} />}
        {draft.items.length > 0 && (
          <div className="segfoot">
            <Verdict found={data} isComplete={isComplete(draft)} />
            <SegmentActions draft={draft} segment={segment} isChanged={isChanged} count={data?.count} onOpen={open} />
          </div>
        )}
      </section>
      {asked && (
        <Answer query={found} rows={8}>
          {(page) => <People page={page} filters={filters} paging={paging} pageKey={`${key} ${paging.cursor ?? ''}`} />}
        </Answer>
      )}
    </>
  );
}

function Verdict({ found, isComplete: whole }: { found: Found | undefined; isComplete: boolean }) {
  const t = useText();
  const language = useLanguage();
  return (
    <div className="verdict" aria-live="polite">
      <span className="song segnum">{found ? formatCount(found.count, language) : '—'}</span>
      <span className="grow">
        <span className="xs c3">
          {found
            ? t(found.pending ? 'segments.ofPending' : 'segments.of', { total: formatCount(found.total, language) })
            : t('segments.counting')}
        </span>
        <span className="segsentence">{found?.sentence ?? ''}</span>
        {!whole && <span className="xs c3">{t('segments.unfinished')}</span>}
      </span>
    </div>
  );
}

const starters: readonly { key: string; items: Condition[] }[] = [
  { key: 'quiet', items: [{ fact: 'people.last_spoke', op: 'before', number: 28 }] },
  { key: 'fresh', items: [{ fact: 'people.joined', op: 'within', number: 7 }] },
  { key: 'lively', items: [{ fact: 'people.active_days', op: 'at_least', days: 28, number: 4 }] },
  { key: 'untagged', items: [{ fact: 'profiles.tags', op: 'known', not: true }] },
];

function Starters({ known, onPick }: { known: readonly KnownFact[]; onPick: (draft: Draft) => void }) {
  const t = useText();
  const offered = starters.filter(({ items }) => known.some(({ key }) => key === items[0]!.fact));
  return (
    <div className="starters">
      <p className="c2">{t('segments.startText')}</p>
      <div className="row wrap">
        {offered.map(({ key, items }) => (
          <button key={key} type="button" className="chip" onClick={() => onPick({ join: 'all', items })}>
            {t(`segments.start.${key}` as ConsoleKey)}
          </button>
        ))}
      </div>
    </div>
  );
}

interface PeopleProps {
  page: Found;
  filters: ReturnType<typeof useFilters>;
  paging: ReturnType<typeof usePaging>;
  pageKey: string;
}

function People({ page, filters, paging, pageKey }: PeopleProps) {
  const t = useText();
  const openId = filters.read('open');
  const picking = usePicking(pageKey);
  const open = (id: string) => filters.set({ open: id === openId ? undefined : id });
  return (
    <div className={openId ? 'split open' : 'split'}>
      <section className="card tblw" aria-label={t('segments.who')}>
        {page.items.length > 0 ? (
          <>
            {!openId && <PickedBar picking={picking} />}
            <PeopleTable
              people={page.items}
              openId={openId}
              onOpen={open}
              tagsOf={(personId) => page.items.find((one) => one.personId === personId)?.tags}
              picking={picking}
            />
            <Pager shown={page.items.length} nextCursor={page.nextCursor} paging={paging} />
          </>
        ) : (
          <EmptyState
            kind="noMatch"
            title={t('segments.nobody')}
            text={t('segments.nobodyText')}
            action={
              <Button onClick={() => filters.set({ def: undefined, segment: undefined })}>
                {t('groups.clearAll')}
              </Button>
            }
          />
        )}
      </section>
      {openId && <PersonDrawer personId={openId} key={openId} onClose={() => filters.set({ open: undefined })} />}
    </div>
  );
}
