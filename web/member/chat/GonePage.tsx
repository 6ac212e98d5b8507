import type { ReactElement } from 'react';
import { StatePage } from '../Notice.tsx';
import { Link } from '../router.tsx';
import { getFarewell } from '../round/round.ts';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';

/** One is not in this group (any more). What happened is said only when the group itself told this phone. */
export function GonePage({ groupId, how }: { groupId: string; how: string | undefined }): ReactElement {
  const t = useT();
  // Who was removed after a name-card round finds a kind word and the way back.
  const farewell = useLoad(`farewell ${groupId}`, () => getFarewell(groupId)).data;
  const isOut = how === 'kicked' || how === 'banned';
  const title = isOut
    ? t('member:gone.outTitle')
    : how === 'left'
      ? t('member:gone.leftTitle')
      : t('member:gone.title');
  const text = isOut ? t('member:gone.outText') : how === 'left' ? t('member:gone.leftText') : t('member:gone.text');
  if (farewell)
    return (
      <StatePage title={t('member:round.farewell')} text={farewell.text}>
        {farewell.code === null ? null : (
          <Link className="btn" to={`/j/${farewell.code}`}>
            {t('member:round.back')}
          </Link>
        )}
      </StatePage>
    );
  return (
    <StatePage title={title} text={text}>
      <Link className="btn" to="/m">
        {t('member:notHere.groups')}
      </Link>
    </StatePage>
  );
}
