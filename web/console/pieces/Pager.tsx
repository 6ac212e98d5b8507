import { Button } from 'antd';
import { useText } from '../text.ts';
import type { usePaging } from './paging.ts';

/** Walks through a list page by page; `paging` remembers the way back. */
export function Pager({ shown, nextCursor, paging }: PagerProps) {
  const t = useText();
  const { page, back, next } = paging;
  if (page === 0 && nextCursor === null) return null;
  return (
    <div className="pager">
      <span>{t('pager.page', { page: page + 1, count: shown })}</span>
      <div className="ends">
        <Button size="small" disabled={page === 0} onClick={back}>
          {t('pager.back')}
        </Button>
        <Button
          size="small"
          disabled={nextCursor === null}
          onClick={() => {
            if (nextCursor !== null) next(nextCursor);
          }}
        >
          {t('pager.next')}
        </Button>
      </div>
    </div>
  );
}

interface PagerProps {
  /** Rows on this page. */
  shown: number;
  /** Null on the last page. */
  nextCursor: string | null;
  paging: ReturnType<typeof usePaging>;
}
