-- The exclusion constraint of copies needs equality on uuid inside a GiST index; search needs trigrams.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- The one clock of lending. Cut, not rounded: timestamptz(3) would round up into the future.
CREATE FUNCTION lending_now() RETURNS timestamptz
  LANGUAGE sql VOLATILE PARALLEL SAFE
  AS $$ SELECT date_trunc('milliseconds', clock_timestamp()) $$;

-- First come, first served is decided by this number, drawn after the title's lock.
CREATE SEQUENCE hold_queue_number AS bigint;

-- The last digits of a member number.
CREATE SEQUENCE member_number AS bigint;
