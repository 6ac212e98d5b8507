import type { WaveLine } from '../../../data/waves.ts';
import { useText } from '../../../text.ts';

/** What an entrance is called: the channel of a link, or whose invitation it is. */
export function useEntranceName(): (entrance: WaveLine['entrance']) => string {
  const t = useText();
  return ({ channel, inviter }) =>
    channel === null ? t('waves.byInvitation', { name: inviter ?? '' }) : t('waves.byLink', { channel });
}
