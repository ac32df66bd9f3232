-- A member's number is drawn by the database, whoever inserts the row: the page, the desk, a script or an import.
CREATE FUNCTION next_member_number() RETURNS text
  LANGUAGE sql VOLATILE
  AS $$ SELECT 'PJ' || lpad(n::text, greatest(6, length(n::text)), '0') FROM nextval('member_number') AS n $$;

ALTER TABLE "Member" ALTER COLUMN "memberNumber" SET DEFAULT next_member_number();
