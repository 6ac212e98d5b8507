import { formatDate, formatMoment } from '../../kit/format.ts';
import { useLanguage } from '../../kit/i18n.ts';

/** How times are said on this page: a moment in a list, a day in a fact. */
export function useWhen(): {
  moment: (when: string) => string;
  day: (when: string) => string;
  isAhead: (when: string) => boolean;
} {
  const language = useLanguage();
  return {
    moment: (when) => formatMoment(when, { language }),
    day: (when) => formatDate(when, { language }),
    isAhead: (when) => Date.parse(when) > Date.now(),
  };
}
