import type { ReactNode } from 'react';
import { useText } from '../text.ts';

/** Why a place is empty; each kind has its picture and its own words. */
export type EmptyKind = 'nothing' | 'noMatch' | 'noPermission' | 'failed';

/** An empty place that names the cause and offers one button and one side path. */
export function EmptyState({ kind, title, text, action, side, code }: EmptyStateProps) {
  const t = useText();
  return (
    <div className="empty" data-kind={kind} role={kind === 'failed' ? 'alert' : undefined}>
      <span className="tag o">{t(`empty.${kind}`)}</span>
      <Drawing kind={kind} />
      <h2 className="h2">{title}</h2>
      {text !== undefined && <p>{text}</p>}
      {(action !== undefined || side !== undefined) && (
        <div className="row acts">
          {action}
          {side}
        </div>
      )}
      {code ? <span className="xs c3 code">{t('empty.code', { code })}</span> : null}
    </div>
  );
}

interface EmptyStateProps {
  kind: EmptyKind;
  title: string;
  text?: ReactNode;
  action?: ReactNode;
  side?: ReactNode;
  code?: string | undefined;
}

function Drawing({ kind }: { kind: EmptyKind }) {
  const { faint, body, red } = drawings[kind];
  return (
    <svg className="il" width="132" height="84" viewBox="0 0 132 84" aria-hidden="true">
      <path className="faint" d={faint} />
      <path className="body" d={body} />
      <path className="red" d={red} />
    </svg>
  );
}

const drawings: Record<EmptyKind, { faint: string; body: string; red: string }> = {
  nothing: {
    faint: 'M8 76h116M40 30c6-12 46-12 52 0',
    body: 'M22 76V44M110 76V44M16 44h100l-10-14H26ZM16 44c0 6 12 6 12.500 0 .5 6 12 6 12.500 0 .5 6 12 6 12.500 0 .5 6 12 6 12.500 0 .5 6 12 6 12.500 0 .5 6 12 6 12.500 0 .5 6 12 6 12.500 0 .5 6 12.500 6 12.500 0M34 68h64M34 68v8M98 68v8',
    red: 'M66 49v3M66 63.500v4M58 57.500a8 6 0 1 0 16 0 8 6 0 1 0-16 0ZM62.500 52.500c-1.500 3-1.500 7 0 10M69.500 52.500c1.500 3 1.500 7 0 10',
  },
  noMatch: {
    faint: 'M8 76h116M30 70c-4-26 8-46 36-46s40 20 36 46M44 70c-2-22 4-38 22-44M88 70c2-22-4-38-22-44M66 24v46',
    body: 'M57 46a17 17 0 1 0 34 0 17 17 0 1 0-34 0M86 58l13 13',
    red: 'M68 46h12',
  },
  noPermission: {
    faint: 'M8 76h116',
    body: 'M24 30c14-2 30-10 42-22 12 12 28 20 42 22M34 30v46M98 30v46M34 38h64M46 76V44h40v32M66 44v14M66 67v9',
    red: 'M60 58h12v9H60zM62.500 58v-3a3.500 3.500 0 0 1 7 0v3',
  },
  failed: {
    faint: 'M8 76h116M76 8 84 48M60 32l40-8',
    body: 'M76 8l24 16-16 24-24-16ZM84 48c2 8 10 8 8 16M90 56l6 1M92 62l5 3M60 32c-8 6-12 8-18 16',
    red: 'M36 54c-8 8-16 8-20 22',
  },
};
