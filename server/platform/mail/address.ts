import { domainToASCII } from 'node:url';

/** A mailbox that a mail can be sent to. */
export interface MailAddress {
  /** As it goes onto the envelope; international domains in their ASCII form. */
  address: string;
  /** The same for all ways of writing the same mailbox: case, `+tag`, and the dots that Gmail ignores. */
  key: string;
}

const local = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const domain = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

/** Reads an address as people type it, full-width signs of a Chinese keyboard included; undefined when it is none. */
export function readAddress(text: string): MailAddress | undefined {
  const typed = text.normalize('NFKC').replaceAll('。', '.').trim();
  const at = typed.lastIndexOf('@');
  const name = typed.slice(0, Math.max(0, at));
  const host = domainToASCII(typed.slice(at + 1).toLowerCase());
  if (name.length > 64 || host.length > 190 || !local.test(name) || !domain.test(host)) return undefined;
  return { address: `${name}@${host}`, key: keyOf(name.toLowerCase(), host) };
}

function keyOf(name: string, host: string): string {
  const untagged = name.split('+')[0] || name;
  const isGmail = host === 'gmail.com' || host === 'googlemail.com';
  return isGmail ? `${untagged.replaceAll('.', '')}@gmail.com` : `${untagged}@${host}`;
}
