/** The public face of `messages`: what later modules may call, hear and fill. */
export {
  editMessage,
  forgetPicture,
  pinMessage,
  reactToMessage,
  recallMessage,
  type Changer,
  type Target,
} from './change.ts';
export { speaksForTeam, type Draft } from './draft.ts';
export { messageEdited, messagePinned, messageRecalled, messagesReceived, reactionChanged } from './events.ts';
export { listAnnouncements, listPinned, readStretch, type Stretch, type StretchWish } from './history.ts';
export { teamViewer, type Viewer } from './present.ts';
export {
  countByDay,
  countReactions,
  excerptMessage,
  listAuthors,
  listFollowing,
  listLatest,
  listMessages,
  listReacted,
  type MessageFacts,
} from './lookup.ts';
export { countUnread, listReads, listReadTimes } from './reads.ts';
export { receive } from './receive.ts';
export { recordApproved } from './approved.ts';
export { searchMessages, type SearchWish } from './search.ts';
export { errorOfUnsent, send, type Sending, type Sent } from './send.ts';
export { messagesSettings } from './settings.ts';
export {
  mayPost,
  maySend,
  type PostAttempt,
  type PostGate,
  type PostVerdict,
  type SendAttempt,
  type SendGate,
  type Stopped,
} from './slots.ts';
