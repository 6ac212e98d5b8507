import { answerOf, api } from '../kit/api.ts';

/** One field of a step with a form. */
export interface StepField {
  key: string;
  label: string;
  kind: 'text' | 'longText';
  maxLength: number;
  required: boolean;
  hint?: string;
}

/** One thing to do at the door; its answer goes into `answers[key]`. */
export interface Step {
  key: string;
  kind: 'notice' | 'form' | 'choice' | 'approval' | 'email';
  title: string;
  text: string;
  fields?: StepField[];
  options?: { key: string; label: string }[];
  version?: number;
  /** What became of the mail with the code, once it was asked for. */
  email?: { state: 'queued' | 'delayed' | 'sent' | 'refused' | 'expired' };
  problem?: string;
}

/** How a door can stand. */
export type DoorState =
  'open' | 'full' | 'expired' | 'used_up' | 'revoked' | 'unknown' | 'dissolved' | 'joined' | 'waiting' | 'refused';

/** What a visitor may know before entering. */
export interface Door {
  state: DoorState;
  groupId: string | null;
  /** Kind words of a refusal. */
  reasonText: string | null;
  steps: Step[];
  group: { name: string; members: number; pictureId: string | null; approval: boolean } | null;
  community: { name: string; purpose: string } | null;
  /** Whose own invitation it is; null when the team invites. */
  inviter: { name: string; pictureId: string | null } | null;
  /** Who this phone is in the community already. */
  you: { name: string; pictureId: string | null } | null;
}

/** What came of the answers. */
export interface DoorAnswer {
  state: DoorState | 'needs';
  groupId?: string;
  steps?: Step[];
  text?: string;
}

/** Looks at the door. */
export async function lookAtDoor(code: string): Promise<Door> {
  return answerOf(api.GET('/api/join/{code}', { params: { path: { code } } }));
}

/** Hands in the answers; `key` is the same for every repeat of the same answers. */
export async function knock(code: string, answers: Record<string, unknown>, key: string): Promise<DoorAnswer> {
  const call = api.POST('/api/join/{code}', {
    params: { path: { code } },
    body: { answers },
    headers: { 'Idempotency-Key': key },
  });
  return answerOf(call);
}
