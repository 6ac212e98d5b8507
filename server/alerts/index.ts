/** The public face of `alerts`: whoever keeps a community that is only there to be looked at keeps it silent. */
export { isSilent } from './slots.ts';
