import { formatDay } from '../../kit/format.ts';
import { useLanguage } from '../../kit/i18n.ts';
import { useT } from '../texts.ts';
import type { OwnPoints } from './points.ts';

/** Why I can give nothing now, in a sentence; null = I can. */
export function useNoGiftReason({ balance, gifts }: Pick<OwnPoints, 'balance' | 'gifts'>): string | null {
  const t = useT();
  const language = useLanguage();
  if (!gifts.on) return t('member:points.notOn');
  if (gifts.opensAt !== null) return t('member:points.opens', { day: formatDay(gifts.opensAt, { language }) });
  if (balance <= 0) return t('member:points.nothingToGive');
  return gifts.leftToday === 0 ? t('member:points.enoughToday') : null;
}
