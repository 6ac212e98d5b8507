import { Button } from 'antd';
import { useText } from '../text.ts';

/** Walks through a list page by page; earlier cursors are remembered by the caller's stack. */
export function Pager({ shown, page, onBack, onNext }: PagerProps) {
  const t = useText();
  if (page === 0 && !onNext) return null;
  return (
    <div className="pager">
      <span>{t('pager.page', { page: page + 1, count: shown })}</span>
      <div className="ends">
        <Button size="small" disabled={page === 0} onClick={onBack}>
          {t('pager.back')}
        </Button>
        <Button size="small" disabled={!onNext} onClick={onNext}>
          {t('pager.next')}
        </Button>
      </div>
    </div>
  );
}

interface PagerProps {
  /** Rows on this page. */
  shown: number;
  /** From 0. */
  page: number;
  onBack: () => void;
  /** Absent on the last page. */
  onNext: (() => void) | undefined;
}
