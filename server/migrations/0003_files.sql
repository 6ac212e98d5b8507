-- Pictures. The bytes lie on disk under their SHA-256; a row says who brought which content into which community.

create table platform_files (
  community_id  uuid not null,
  id            uuid not null unique,
  uploader_kind text not null check (uploader_kind in ('identity', 'operator')),
  uploader_id   uuid not null,
  -- Of the stored full picture, hex. Several rows may share one content.
  sha256        text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  width         int not null check (width > 0),
  height        int not null check (height > 0),
  bytes         int not null check (bytes > 0),
  thumb_bytes   int not null check (thumb_bytes > 0),
  created_at    timestamptz not null,
  primary key (community_id, id)
);
create index platform_files_by_content on platform_files (sha256);
create index platform_files_by_uploader on platform_files (community_id, uploader_kind, uploader_id, id);
