// The care list: who comes much less than before, whom the team writes to, and what was measured to come of it.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { AnswerTo } from './shape.ts';

const contactsPath = '/api/communities/{communityId}/care/contacts' as const;
const fadingPath = '/api/communities/{communityId}/care/fading' as const;

/** The list with its rule and what was measured. */
export type FadingList = AnswerTo<typeof fadingPath>;

/** A page of contacts. */
export type ContactPage = AnswerTo<typeof contactsPath>;

/** One contact. */
export type Contact = ContactPage['items'][number];

/** What can come of a contact, and why somebody went silent. */
export const outcomes = ['talked', 'no_answer', 'left_alone'] as const;
export const causes = ['mood', 'shy', 'return', 'atmosphere', 'other'] as const;

/** Who is fading. */
export function useFading(communityId: string) {
  return useQuery<FadingList, ApiError>({
    queryKey: ['care', communityId, 'fading'],
    queryFn: () => answerOf<FadingList>(api.GET(fadingPath, { params: { path: { communityId }, query: {} } })),
  });
}

/** Whom the team writes to, newest first. */
export function useContacts(communityId: string, query: { cursor?: string; limit: number }) {
  return useQuery<ContactPage, ApiError>({
    queryKey: ['care', communityId, 'contacts', query],
    queryFn: () => answerOf<ContactPage>(api.GET(contactsPath, { params: { path: { communityId }, query } })),
    placeholderData: keepPreviousData,
  });
}

const stale = (communityId: string) => [
  ['care', communityId],
  ['tasks', communityId],
];

/** Draws lots, or takes people by hand. */
export function useReachOut(communityId: string) {
  return useChange(
    (body: { personIds: string[]; share: number }) =>
      answerOf<{ contacted: number; held: number }>(
        api.POST(contactsPath, { params: { path: { communityId } }, body }),
      ),
    stale(communityId),
  );
}

/** Says what came of a contact. */
export function useNoteOutcome(communityId: string) {
  return useChange(
    ({
      contactId,
      ...body
    }: { contactId: string } & Pick<Contact, 'cause' | 'note'> & { outcome: (typeof outcomes)[number] }) =>
      answerOf(api.PUT(`${contactsPath}/{contactId}/outcome`, { params: { path: { communityId, contactId } }, body })),
    stale(communityId),
  );
}
