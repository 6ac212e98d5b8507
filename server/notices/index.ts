/** The public face of `notices`: when people are not to be woken holds for operators, too. */
export { quietUntil, usualQuiet, type QuietHours } from './quiet.ts';
