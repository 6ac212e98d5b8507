/** Whether a refusal means: kept for a moderator to look at. Trying again changes nothing. */
export function isHeld(code: string | undefined): boolean {
  return code?.startsWith('rules.held_') === true;
}
