/** The public face of `introductions`: what later modules may hear. */
export { introductionMoved } from './events.ts';
