import { Button } from 'antd';
import { useText } from '../text.ts';

/** The end of a list that goes on; nothing when it does not. */
export function MoreButton({ query, label }: { query: MorePages; label?: string }) {
  const t = useText();
  if (!query.hasNextPage) return null;
  return (
    <Button type="text" block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      {label ?? t('inbox.more')}
    </Button>
  );
}

interface MorePages {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}
