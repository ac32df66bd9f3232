-- The desk looks for people by any part of name, number, e-mail or telephone.
CREATE FUNCTION member_haystack(name text, member_number text, email text, phone text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT lower(name || ' ' || member_number || ' ' || coalesce(email, '') || ' ' || coalesce(phone, '')) $$;

CREATE INDEX "Member_haystack" ON "Member" USING gin (member_haystack("name", "memberNumber", "email", "phone") gin_trgm_ops) WHERE "erasedAt" IS NULL;
CREATE INDEX "Member_by_name" ON "Member" (lower("name"), "id") WHERE "erasedAt" IS NULL;
