import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { Definition } from './segments.ts';
import type { AnswerTo } from './shape.ts';

const base = '/api/communities/{communityId}' as const;

/** A tag, with how many people have it. */
export type Tag = AnswerTo<'/api/communities/{communityId}/tags'>['items'][number];

/** A field of the community. */
export type Field = AnswerTo<'/api/communities/{communityId}/person-fields'>['items'][number];

/** Tags and fields of one person. */
export type Profile = AnswerTo<'/api/communities/{communityId}/people/{personId}/profile'>;

/** A line of the team on somebody. */
export type Note = AnswerTo<'/api/communities/{communityId}/people/{personId}/notes'>['items'][number];

/** What a field says of somebody. */
export type FieldValue = string | number | null;

/** What is asked again after something about people has changed. */
const changed = (communityId: string) => [
  ['profile', communityId],
  ['segments', communityId],
  ['tags', communityId],
];

/** The tags of a community. */
export function useTags(communityId: string) {
  return useQuery<{ items: Tag[] }, ApiError>({
    queryKey: ['tags', communityId, 'list'],
    queryFn: () => answerOf(api.GET(`${base}/tags`, { params: { path: { communityId } } })),
  });
}

/** The tags of the people on a page, by person. */
export function useTagsOf(communityId: string, personIds: readonly string[]) {
  return useQuery<Map<string, { id: string; name: string }[]>, ApiError>({
    queryKey: ['tags', communityId, 'of', personIds],
    queryFn: async () => {
      const query = { personIds: personIds.join(',') as never };
      const { items } = await answerOf(api.GET(`${base}/people-tags`, { params: { path: { communityId }, query } }));
      return new Map(items.map(({ personId, tags }) => [personId, tags]));
    },
    enabled: personIds.length > 0,
  });
}

/** Makes a tag. */
export function useCreateTag(communityId: string) {
  return useChange(
    (name: string): Promise<{ id: string; name: string }> =>
      answerOf(api.POST(`${base}/tags`, { params: { path: { communityId } }, body: { name } })),
    changed(communityId),
  );
}

/** Gives a tag another name, puts it away, or brings it back. */
export function useChangeTag(communityId: string) {
  return useChange(({ id, ...what }: { id: string } & ({ name: string } | { gone: boolean })) => {
    const params = { path: { communityId, tagId: id } };
    if ('name' in what)
      return answerOf<unknown>(api.PATCH(`${base}/tags/{tagId}`, { params, body: { name: what.name } }));
    return answerOf<unknown>(
      what.gone
        ? api.DELETE(`${base}/tags/{tagId}`, { params })
        : api.POST(`${base}/tags/{tagId}/restore`, { params, body: {} }),
    );
  }, changed(communityId));
}

/** Puts a tag on people, or takes it off. */
export function useGiveTag(communityId: string) {
  return useChange(
    ({ tagId, personIds, on, expiresOn }: { tagId: string; personIds: string[]; on: boolean; expiresOn?: string }) => {
      const params = { path: { communityId, tagId } };
      return answerOf<unknown>(
        on
          ? api.POST(`${base}/tags/{tagId}/give`, { params, body: { personIds, expiresOn: expiresOn ?? null } })
          : api.POST(`${base}/tags/{tagId}/take`, { params, body: { personIds } }),
      );
    },
    changed(communityId),
  );
}

/** Makes the rule of a tag, follows it now, or ends it. */
export function useTagRule(communityId: string) {
  return useChange(
    ({
      tagId,
      ...what
    }: { tagId: string } & ({ segmentId: string } | { now: true } | { given: 'keep' | 'take' })): Promise<{
      given?: number;
      taken?: number;
      people?: number;
    }> => {
      const params = { path: { communityId, tagId } };
      if ('segmentId' in what) return answerOf(api.PUT(`${base}/tags/{tagId}/rule`, { params, body: what }));
      if ('given' in what) return answerOf(api.POST(`${base}/tags/{tagId}/rule/end`, { params, body: what }));
      return answerOf(api.POST(`${base}/tags/{tagId}/rule/follow`, { params, body: {} }));
    },
    changed(communityId),
  );
}

/** Whom a tag is given to or taken from: people by name, or everybody in a segment. */
export type Whom = { personIds: string[] } | { definition: Definition };

/** Puts a tag on many people who don't have it yet; the answer says how many, and the moment by which it can be taken back. */
export function useGiveMany(communityId: string) {
  return useChange(
    ({
      tagId,
      whom,
      expiresOn = null,
    }: {
      tagId: string;
      whom: Whom;
      expiresOn?: string | null;
    }): Promise<{ people: number; givenAt: string }> =>
      answerOf(
        api.POST(`${base}/tags/{tagId}/give`, {
          params: { path: { communityId, tagId } },
          body: { ...whom, expiresOn, onlyNew: true },
        }),
      ),
    changed(communityId),
  );
}

/** Takes a tag off many people, or what oneself gave at a moment; the answer says who had it. */
export function useTakeMany(communityId: string) {
  return useChange(
    ({
      tagId,
      whom,
    }: {
      tagId: string;
      whom: Whom | { givenAt: string };
    }): Promise<{ people: number; had: { personId: string; expiresOn: string | null }[] }> =>
      answerOf(api.POST(`${base}/tags/{tagId}/take`, { params: { path: { communityId, tagId } }, body: whom })),
    changed(communityId),
  );
}

/** The fields of a community. */
export function useFields(communityId: string) {
  return useQuery<{ items: Field[] }, ApiError>({
    queryKey: ['profile', communityId, 'fields'],
    queryFn: () => answerOf(api.GET(`${base}/person-fields`, { params: { path: { communityId } } })),
  });
}

/** What a field is made of. */
export interface FieldWish {
  id?: string;
  name: string;
  kind: Field['kind'];
  private: boolean;
  options: { number?: number; name: string }[];
}

/** Defines a field, or changes it. */
export function useSaveField(communityId: string) {
  return useChange(({ id, name, kind, options, ...wish }: FieldWish) => {
    if (id === undefined) {
      const body = { name, kind, private: wish.private, options: options.map((option) => option.name) };
      return answerOf<unknown>(api.POST(`${base}/person-fields`, { params: { path: { communityId } }, body }));
    }
    const params = { path: { communityId, fieldId: id } };
    return answerOf<unknown>(
      api.PATCH(`${base}/person-fields/{fieldId}`, { params, body: { name, private: wish.private, options } }),
    );
  }, changed(communityId));
}

/** Puts a field away, or brings it back with its values. */
export function useSetFieldGone(communityId: string) {
  return useChange(({ id, gone }: { id: string; gone: boolean }) => {
    const params = { path: { communityId, fieldId: id } };
    return answerOf<unknown>(
      gone
        ? api.DELETE(`${base}/person-fields/{fieldId}`, { params })
        : api.POST(`${base}/person-fields/{fieldId}/restore`, { params, body: {} }),
    );
  }, changed(communityId));
}

/** Tags and fields of one person. */
export function useProfile(communityId: string, personId: string) {
  return useQuery<Profile, ApiError>({
    queryKey: ['profile', communityId, personId],
    queryFn: () =>
      answerOf(api.GET(`${base}/people/{personId}/profile`, { params: { path: { communityId, personId } } })),
  });
}

/** Looks at private values of a person; the audit log keeps who did. */
export function useReadPrivate(communityId: string, personId: string) {
  return useChange(
    (): Promise<{ fields: { id: string; value: FieldValue }[] }> =>
      answerOf(
        api.POST(`${base}/people/{personId}/profile/private`, {
          params: { path: { communityId, personId } },
          body: {},
        }),
      ),
    [],
  );
}

/** Says something of a person in a field. */
export function useSetField(communityId: string, personId: string) {
  return useChange(
    ({ fieldId, value }: { fieldId: string; value: FieldValue }) =>
      answerOf<unknown>(
        api.PUT(`${base}/people/{personId}/fields/{fieldId}`, {
          params: { path: { communityId, personId, fieldId } },
          body: { value },
        }),
      ),
    changed(communityId),
  );
}

/** What the team has noted on a person; asked for only when somebody wants to read it, because that is noted. */
export function useNotes(communityId: string, personId: string) {
  return useQuery<{ items: Note[] }, ApiError>({
    queryKey: ['notes', communityId, personId],
    queryFn: () =>
      answerOf(api.GET(`${base}/people/{personId}/notes`, { params: { path: { communityId, personId } } })),
    staleTime: 300_000,
  });
}

/** Writes, changes, puts away or brings back a note. */
export function useNoteAct(communityId: string, personId: string) {
  return useChange(
    (what: { text: string; id?: string } | { id: string; gone: boolean }) => {
      const path = { communityId, personId };
      const one = `${base}/people/{personId}/notes/{noteId}` as const;
      if ('text' in what) {
        const { id, text } = what;
        return answerOf<unknown>(
          id === undefined
            ? api.POST(`${base}/people/{personId}/notes`, { params: { path }, body: { text } })
            : api.PATCH(one, { params: { path: { ...path, noteId: id } }, body: { text } }),
        );
      }
      const params = { path: { ...path, noteId: what.id } };
      return answerOf<unknown>(
        what.gone ? api.DELETE(one, { params }) : api.POST(`${one}/restore`, { params, body: {} }),
      );
    },
    [['notes', communityId, personId]],
  );
}
