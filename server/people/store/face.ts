import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** What is stored of a person and of the accounts that show them. */
export interface FaceRow {
  personId: string;
  /** The accounts, the first one first. */
  identities: { id: string; name: string; pictureId: string | null }[];
  /** Where they are now. */
  groupIds: string[];
  card: unknown;
  privacy: unknown;
}

/** Persons with their accounts and groups, in the order of the ids. */
export async function selectFaces(ctx: Ctx, communityId: string, personIds: readonly string[]): Promise<FaceRow[]> {
  const { rows } = await sql<FaceRow>`
    select p.id as "personId", p.card, p.privacy, own.identities,
      array(select distinct m.group_id from people_memberships m
            where m.community_id = p.community_id and m.identity_id = any(own.ids) and m.left_at is null)::text[] as "groupIds"
    from unnest(${personIds}::uuid[]) with ordinality as given(id, position)
    join people_persons p on p.community_id = ${communityId} and p.id = given.id
    cross join lateral (
      select array_agg(i.id) as ids,
        json_agg(json_build_object('id', i.id, 'name', i.name, 'pictureId', i.picture_id) order by i.id) as identities
      from people_identities i where i.community_id = p.community_id and i.person_id = p.id
    ) own
    where own.ids is not null
    order by given.position`.execute(ctx.db);
  return rows;
}
