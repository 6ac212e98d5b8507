import { partsOfTables } from '../communities/index.ts';
import { exportTables } from './store/privacy.ts';

/** What this module gives to the full export of a community. Standings and places are not in it: they follow from the days. */
export const programParts = partsOfTables('programs', exportTables);
