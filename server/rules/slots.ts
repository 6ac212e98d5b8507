import { defineSlot } from '../platform/slots.ts';
import type { Check } from './checks/check.ts';

/** Checks of later modules, asked about every message after our own. Must not wait; one that throws finds nothing. */
export const moreChecks = defineSlot<Check>('rules.moreChecks');
