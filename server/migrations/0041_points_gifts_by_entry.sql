-- A line of a statement asks which gift it was.
create index points_gifts_by_entry on points_gifts (community_id, entry_id);
