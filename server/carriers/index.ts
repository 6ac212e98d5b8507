/** The public face of `carriers`: what later modules may call, hear and fill. */
export { abilitiesOf, act, limitsOf, type ActOutcome, type AskedAct } from './act.ts';
export type { Act, MessageAct } from './act-shape.ts';
export { createBatcher, type Batcher } from './batcher.ts';
export { cleanLine, cleanText } from './clean.ts';
export { ops, type Abilities, type Ability, type Carrier, type Limits, type Op, type Refusal } from './contract.ts';
export { actConfirmed, actSkipped } from './events.ts';
export {
  incoming,
  type ForeignSender,
  type IncomingBatch,
  type IncomingItem,
  type IncomingReceiver,
  type IncomingResult,
  type KnownSender,
} from './incoming.ts';
export {
  messageShape,
  pictureShape,
  reactionKeys,
  type Author,
  type MentionShown,
  type Message,
  type PictureShown,
} from './message-shape.ts';
export { clientIdShape } from './web/routes.ts';
