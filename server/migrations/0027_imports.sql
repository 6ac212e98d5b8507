-- Lists of people that a team brings along: the rows of a file, what each of them means, and what became of it. Rows are personal data:
-- they go 30 days after the last act, or with the person.

create table imports_imports (
  community_id uuid not null references communities_communities (id),
  id           uuid not null,
  file_name    text not null,
  -- Of a workbook.
  sheet        text,
  sheets       jsonb not null default '[]',
  state        text not null check (state in ('checking', 'checked', 'running', 'stopped', 'done', 'undoing', 'undone')),
  -- Headings of the file, what each column is (null = nobody has said so yet), and what holds for all rows.
  headings     jsonb not null,
  targets      jsonb not null,
  group_id     uuid,
  rows         int not null,
  -- The last row that the work under way has dealt with.
  position     int not null default 0,
  -- Grows with each change of what columns mean, so that a check under way knows that it is outdated.
  revision     int not null default 1,
  created_at   timestamptz not null,
  created_by   text not null,
  created_name text not null,
  ended_at     timestamptz,
  -- When the work under way was last alive.
  beat_at      timestamptz not null,
  forgotten_at timestamptz,
  primary key (community_id, id)
);
create index imports_imports_working on imports_imports (beat_at) where state in ('checking', 'running', 'undoing');

create table imports_rows (
  community_id uuid not null,
  import_id    uuid not null,
  -- As the spreadsheet counts.
  number       int not null,
  cells        jsonb not null,
  verdict      text check (verdict in ('new', 'changed', 'same', 'bad')),
  -- [{ column, code, data }]: why a row is bad.
  problems     jsonb not null default '[]',
  -- What would change.
  changes      jsonb not null default '[]',
  -- Whom the row is about, once that is known.
  identity_id  uuid,
  -- What the import has written, and what stood there before.
  made         jsonb,
  undone       text check (undone in ('taken', 'kept')),
  primary key (community_id, import_id, number),
  foreign key (community_id, import_id) references imports_imports (community_id, id)
);
create index imports_rows_by_identity on imports_rows (community_id, identity_id) where identity_id is not null;
