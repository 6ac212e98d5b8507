import { useState, type ReactElement } from 'react';
import { Sheet } from '../Sheet.tsx';
import { useT } from '../texts.ts';
import { useIsSeed } from './seeds.ts';

/** The mark of a seed member beside the name, which says what it means; nothing for all others. */
export function SeedMark({ identityId, name }: { identityId: string; name: string }): ReactElement | null {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  if (!useIsSeed(identityId)) return null;
  return (
    <>
      <button
        type="button"
        className="tag j"
        aria-label={t('member:seed.markOf', { name })}
        onClick={() => setOpen(true)}
      >
        {t('member:seed.mark')}
      </button>
      {isOpen ? (
        <Sheet title={t('member:seed.mark')} onClose={() => setOpen(false)}>
          <p className="s c2">{t('member:seed.markText', { name })}</p>
        </Sheet>
      ) : null}
    </>
  );
}
