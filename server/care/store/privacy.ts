import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { WrittenTable } from '../../platform/db/table-page.ts';

interface Who {
  communityId: string;
  identityIds: readonly string[];
}

/** Forgets a person's part in rounds, that they were kept, contacts, first days and being a seed; says how many rows. */
export async function deleteOf(ctx: Ctx, { communityId, identityIds }: Who): Promise<number> {
  const rounds = await sql`
    delete from care_round_people where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])`.execute(
    ctx.db,
  );
  const kept = await sql`
    delete from care_kept where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])`.execute(
    ctx.db,
  );
  const contacts = await sql`
    delete from care_contacts where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])`.execute(
    ctx.db,
  );
  const newcomers = await sql`
    delete from care_newcomers where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])`.execute(
    ctx.db,
  );
  // Their topics go with them.
  const seeds = await sql`
    delete from care_seeds where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])`.execute(
    ctx.db,
  );
  const sorted = await sql`
    delete from care_sorted where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])`.execute(
    ctx.db,
  );
  const marks = await sql`
    delete from care_sorted_marks where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])`.execute(
    ctx.db,
  );
  return [rounds, kept, contacts, newcomers, seeds, sorted, marks].reduce(
    (all, { numAffectedRows }) => all + Number(numAffectedRows ?? 0),
    0,
  );
}

/** A person's part in rounds, contacts and first days, and what was guessed of them, for their own export. */
export async function selectOwnRows(ctx: Ctx, { communityId, identityIds }: Who): Promise<Record<string, unknown>> {
  const rounds = await sql<Record<string, unknown>>`
    select p.group_id as "groupId", r.started_at as "startedAt", p.spared, p.answered_at as "answeredAt",
      p.answered_how as "answeredHow", p.decision, p.removal, p.removed_at as "removedAt", p.undone_at as "undoneAt"
    from care_round_people p join care_rounds r on r.community_id = p.community_id and r.id = p.round_id
    where p.community_id = ${communityId} and p.identity_id = any(${identityIds}::uuid[]) order by r.started_at, p.identity_id`.execute(
    ctx.db,
  );
  const kept = await sql<Record<string, unknown>>`
    select at from care_kept where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])`.execute(
    ctx.db,
  );
  const contacts = await sql<Record<string, unknown>>`
    select assigned_at as "assignedAt", arm, outcome, cause, note from care_contacts
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[]) order by assigned_at, id`.execute(
    ctx.db,
  );
  const firstDays = await sql<Record<string, unknown>>`
    select group_id as "groupId", joined_at as "joinedAt", welcomed_at as "welcomedAt", carded_at as "cardedAt", spoke_at as "spokeAt",
      answered_at as "answeredAt", back_on as "backOn", left_at as "leftAt" from care_newcomers
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[]) order by joined_at, group_id`.execute(
    ctx.db,
  );
  const seeds = await sql<Record<string, unknown>>`
    select group_id as "groupId", state, note, asked_at as "askedAt", answered_at as "answeredAt", ended_at as "endedAt",
      (select coalesce(jsonb_agg(jsonb_build_object('text', t.text, 'dueAt', t.due_at, 'state', t.state, 'note', t.note)
        order by t.given_at), '[]') from care_topics t where t.community_id = s.community_id and t.seed_id = s.id) as topics
    from care_seeds s where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[]) order by asked_at, id`.execute(
    ctx.db,
  );
  return {
    rounds: rounds.rows,
    kept: kept.rows,
    contacts: contacts.rows,
    firstDays: firstDays.rows,
    seeds: seeds.rows,
    guesses: await selectGuesses(ctx, { communityId, identityIds }),
  };
}

/** What sorting has guessed of a person, with the numbers that it rests on and whether the team agreed; not the score that orders a list. */
async function selectGuesses(ctx: Ctx, { communityId, identityIds }: Who): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select coalesce(s.group_id, m.group_id) as "groupId", coalesce(s.kind, m.kind) as maybe,
      coalesce(s.confidence, m.confidence) as "howSure", s.group_id is not null as "stillGuessed", s.n as observations, s.evidence,
      m.is_right as "teamAgrees", m.task_id is not null as "talkAskedFor"
    from (select * from care_sorted where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])) s
    full join (select * from care_sorted_marks where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])) m
      on m.group_id = s.group_id and m.identity_id = s.identity_id and m.kind = s.kind
    order by 1, 2`.execute(ctx.db);
  return rows;
}

/** What happened to somebody in rounds, the latest first. */
export async function selectHappenings(
  ctx: Ctx,
  wish: Who & { until: Date | null; limit: number },
): Promise<{ roundId: string; groupId: string; what: string; how: string | null; at: Date }[]> {
  const { communityId, identityIds, until, limit } = wish;
  const { rows } = await sql<{ roundId: string; groupId: string; what: string; how: string | null; at: Date }>`
    select p.round_id as "roundId", p.group_id as "groupId", h.what, h.how, h.at
    from care_round_people p, lateral (values
      ('answered', p.answered_how, p.answered_at), ('decided', p.decision, p.decided_at), ('removed', null, p.removed_at),
      ('undone', null, p.undone_at)) as h(what, how, at)
    where p.community_id = ${communityId} and p.identity_id = any(${identityIds}::uuid[]) and h.at is not null
      and (${until}::timestamptz is null or h.at <= ${until}::timestamptz)
    order by h.at desc limit ${limit}`.execute(ctx.db);
  return rows;
}

/** Tables of the full export with the columns that sort them and what is shown of a row. */
export const exportTables = {
  round: {
    table: 'care_rounds',
    keys: ['id'],
    row: sql`t.id, t.group_id as "groupId", t.format, t.texts, t.per_day as "perDay", t.state, t.started_at as "startedAt",
      t.started_by as "startedBy", t.ends_at as "endsAt", t.ended_at as "endedAt", t.closed_at as "closedAt", t.closed_by as "closedBy",
      t.message_id as "messageId", t.task_id as "taskId", t.link_id as "linkId",
      coalesce((select jsonb_agg(jsonb_build_object('dueAt', m.due_at, 'sentAt', m.sent_at, 'told', m.told) order by m.number)
        from care_reminders m where m.community_id = t.community_id and m.round_id = t.id), '[]') as reminders`,
  },
  round_person: {
    table: 'care_round_people',
    keys: ['round_id', 'identity_id'],
    row: sql`t.round_id as "roundId", t.identity_id as "identityId", t.group_id as "groupId", t.joined_at as "joinedAt",
      t.last_on as "lastOn", t.read_at as "readAt", t.spared, t.answered_at as "answeredAt", t.answered_how as "answeredHow",
      t.left_at as "leftAt", t.decision, t.decided_at as "decidedAt", t.decided_by as "decidedBy", t.task_id as "taskId", t.removal,
      t.remove_at as "removeAt", t.removed_at as "removedAt", t.undone_at as "undoneAt", t.undone_by as "undoneBy", t.stay`,
  },
  contact: {
    table: 'care_contacts',
    keys: ['id'],
    row: sql`t.id, t.identity_id as "identityId", t.arm, t.seed, t.share, t.days_before as "daysBefore", t.days_now as "daysNow",
      t.last_on as "lastOn", t.assigned_at as "assignedAt", t.assigned_by as "assignedBy", t.task_id as "taskId", t.outcome, t.cause,
      t.note, t.settled_at as "settledAt", t.settled_by as "settledBy", t.returned, t.measured_at as "measuredAt"`,
  },
  newcomer: {
    table: 'care_newcomers',
    keys: ['group_id', 'identity_id'],
    row: sql`t.group_id as "groupId", t.identity_id as "identityId", t.membership_id as "membershipId", t.joined_at as "joinedAt",
      t.welcomed_at as "welcomedAt", t.carded_at as "cardedAt", t.spoke_at as "spokeAt", t.answered_at as "answeredAt",
      t.back_on as "backOn", t.left_at as "leftAt", t.greet_task_id as "greetTaskId"`,
  },
  seed: {
    table: 'care_seeds',
    keys: ['id'],
    row: sql`t.id, t.group_id as "groupId", t.identity_id as "identityId", t.state, t.note, t.asked_at as "askedAt",
      t.asked_by as "askedBy", t.answered_at as "answeredAt", t.ended_at as "endedAt"`,
  },
  topic: {
    table: 'care_topics',
    keys: ['id'],
    row: sql`t.id, t.seed_id as "seedId", t.group_id as "groupId", t.text, t.hint, t.due_at as "dueAt", t.state,
      t.given_at as "givenAt", t.given_by as "givenBy", t.settled_at as "settledAt", t.message_id as "messageId", t.note, t.replies,
      t.repliers, t.reactions`,
  },
  sorted: {
    table: 'care_sorted',
    keys: ['group_id', 'identity_id', 'kind'],
    row: sql`t.group_id as "groupId", t.identity_id as "identityId", t.kind, t.confidence, t.weight, t.n, t.evidence`,
  },
  sorted_group: {
    table: 'care_sorted_groups',
    keys: ['group_id'],
    row: sql`t.group_id as "groupId", t.sorted_on as "sortedOn", t.since, t.messages, t.knows_readers as "knowsReaders", t.unknown,
      t.bands, t.reason`,
  },
  sorted_mark: {
    table: 'care_sorted_marks',
    keys: ['group_id', 'identity_id', 'kind'],
    row: sql`t.group_id as "groupId", t.identity_id as "identityId", t.kind, t.confidence, t.is_right as "isRight",
      t.task_id as "taskId", t.at, t.by`,
  },
  kept: {
    table: 'care_kept',
    keys: ['identity_id'],
    row: sql`t.identity_id as "identityId", t.note, t.at, t.by`,
  },
} as const satisfies Record<string, WrittenTable>;
