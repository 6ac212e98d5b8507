import { Button } from 'antd';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { formatCount } from '../../../../kit/format.ts';
import { useLanguage } from '../../../../kit/i18n.ts';
import { useSegmentCount, useSegments } from '../../../data/segments.ts';
import type { Segment } from '../../../data/segments.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { useText } from '../../../text.ts';

/** The saved segments with how many people are in each now. */
export function SegmentList({ openId, onOpen, onNew }: SegmentListProps) {
  const t = useText();
  const { communityId } = useHere();
  const segments = useSegments(communityId);
  return (
    <section className="card seglist" aria-label={t('segments.saved')}>
      <div className="ch">
        <h2>{t('segments.saved')}</h2>
        <Button
          type="text"
          size="small"
          className="more"
          icon={<Icon name="plus" size={14} />}
          onClick={onNew}
          disabled={openId === undefined}
        >
          {t('segments.new')}
        </Button>
      </div>
      <Answer query={segments} rows={4}>
        {({ items }) =>
          items.length > 0 ? (
            <ul>
              {items.map((segment) => (
                <SegmentLine
                  key={segment.id}
                  segment={segment}
                  isOpen={segment.id === openId}
                  onOpen={() => onOpen(segment)}
                />
              ))}
            </ul>
          ) : (
            <EmptyState kind="nothing" title={t('segments.none')} text={t('segments.noneText')} />
          )
        }
      </Answer>
    </section>
  );
}

interface SegmentListProps {
  openId: string | undefined;
  onOpen: (segment: Segment) => void;
  onNew: () => void;
}

function SegmentLine({ segment, isOpen, onOpen }: { segment: Segment; isOpen: boolean; onOpen: () => void }) {
  const language = useLanguage();
  const { communityId } = useHere();
  const count = useSegmentCount(communityId, segment.id, !segment.hidden);
  return (
    <li>
      <button type="button" className={isOpen ? 'segline on' : 'segline'} aria-pressed={isOpen} onClick={onOpen}>
        <span className="grow">
          <b className="ell">{segment.name}</b>
          <span className="xs c2 ell">{segment.sentence}</span>
        </span>
        <span className="segcount">{count.data ? formatCount(count.data.count, language) : '—'}</span>
      </button>
    </li>
  );
}
