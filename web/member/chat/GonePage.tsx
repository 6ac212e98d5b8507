import type { ReactElement } from 'react';
import { StatePage } from '../Notice.tsx';
import { Link } from '../router.tsx';
import { useT } from '../texts.ts';

/** One is not in this group (any more). What happened is said only when the group itself told this phone. */
export function GonePage({ how }: { how: string | undefined }): ReactElement {
  const t = useT();
  const isOut = how === 'kicked' || how === 'banned';
  const title = isOut
    ? t('member:gone.outTitle')
    : how === 'left'
      ? t('member:gone.leftTitle')
      : t('member:gone.title');
  const text = isOut ? t('member:gone.outText') : how === 'left' ? t('member:gone.leftText') : t('member:gone.text');
  return (
    <StatePage title={title} text={text}>
      <Link className="btn" to="/m">
        {t('member:notHere.groups')}
      </Link>
    </StatePage>
  );
}
