-- Seasons of points: on the last day of one everybody's points are taken away by entries in the ledger, batch by batch.
create table points_seasons (
  community_id  uuid not null,
  id            uuid not null,
  name          text not null,
  -- The last day, in the zone of the community.
  ends_on       date not null,
  -- What members are told beforehand.
  words         text not null,
  state         text not null check (state in ('planned', 'running', 'done', 'called_off')),
  planned_at    timestamptz not null,
  told_at       timestamptz,
  -- Called off after members had been told: they are told that, too, under an id of its own.
  off_id        uuid,
  off_told_at   timestamptz,
  -- How far the accounts have been gone through; null = not begun, or done.
  after_account text,
  people        int not null default 0,
  points        bigint not null default 0,
  ended_at      timestamptz,
  primary key (community_id, id)
);
create unique index points_seasons_to_come on points_seasons (community_id) where state in ('planned', 'running');
-- Who was brought along lately, for points once they have stayed.
create index people_memberships_brought on people_memberships (community_id, joined_at) where inviter_id is not null;
