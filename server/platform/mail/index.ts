/** The smallest honest mail sender: one configured server, a limit for each mailbox, nothing kept of what was sent. */
export { readAddress, type MailAddress } from './address.ts';
export { writeLetter, type Letter } from './letter.ts';
export { findMailState, forgetOldMails, queueMail, sendMailJob } from './queue.ts';
export { examineSmtp, isMailReady } from './smtp.ts';
export type { MailState } from './store.ts';
