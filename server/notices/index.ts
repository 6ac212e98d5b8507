/** The public face of `notices`. */
export { usualQuiet, type QuietHours } from './quiet.ts';
export { levels, type Level } from './store.ts';
