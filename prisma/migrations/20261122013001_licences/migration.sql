-- Licences in ODL's terms: loans in all ("checkoutsLimit"), end ("expiresAt"), length of a loan ("loanLength"), and how each ended.
ALTER TABLE "Licence"
  ADD COLUMN "checkoutsUsed" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "loanLength" TEXT,
  ADD COLUMN "endedBecause" TEXT,
  ADD COLUMN "endedReason" TEXT,
  ADD COLUMN "endsLoans" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "Title" ADD COLUMN "withdrawalEndsLoans" BOOLEAN NOT NULL DEFAULT false;

-- Each model has the limits that make it what it is, and no others.
ALTER TABLE "Licence"
  ADD CONSTRAINT "Licence_limits" CHECK (CASE "model"
    WHEN 'perpetual' THEN "expiresAt" IS NULL AND "checkoutsLimit" IS NULL
    WHEN 'metered-by-time' THEN "expiresAt" IS NOT NULL AND "checkoutsLimit" IS NULL
    WHEN 'metered-by-loans' THEN "expiresAt" IS NULL AND "checkoutsLimit" IS NOT NULL
    WHEN 'metered-by-both' THEN "expiresAt" IS NOT NULL AND "checkoutsLimit" IS NOT NULL
    WHEN 'bundle' THEN "checkoutsLimit" IS NOT NULL
    ELSE "checkoutsLimit" IS NULL END),
  -- A loan's end stands on whole seconds, and may be the licence's.
  ADD CONSTRAINT "Licence_expiresAt_whole_second" CHECK ("expiresAt" = date_trunc('second', "expiresAt")),
  ADD CONSTRAINT "Licence_checkoutsUsed" CHECK ("checkoutsUsed" >= 0 AND ("checkoutsLimit" IS NULL AND "checkoutsUsed" = 0 OR "checkoutsUsed" <= "checkoutsLimit")),
  ADD CONSTRAINT "Licence_endedBecause" CHECK ("endedBecause" IN ('expired', 'used-up', 'withdrawn')),
  ADD CONSTRAINT "Licence_ended_has_cause" CHECK ("endedAt" IS NOT NULL OR ("endedBecause" IS NULL AND "endedReason" IS NULL AND NOT "endsLoans"));
CREATE INDEX "Licence_to_end" ON "Licence" ("expiresAt") WHERE "endedAt" IS NULL AND "expiresAt" IS NOT NULL;
CREATE INDEX "Licence_for_everybody" ON "Licence" ("titleId") WHERE "model" = 'simultaneous-use';
CREATE INDEX "Licence_ending_loans" ON "Licence" ("titleId") WHERE "endsLoans";
CREATE INDEX "Title_ending_loans" ON "Title" ("id") WHERE "withdrawalEndsLoans";

-- The database counts a metered licence's loans and renewals by itself, so that a hand INSERT is counted too; the CHECK above
-- refuses one too many. A used loan is not given back: nothing counts down.
CREATE FUNCTION charge_licence_for_loan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Licence" SET "checkoutsUsed" = "checkoutsUsed" + 1 WHERE "id" = NEW."licenceId" AND "checkoutsLimit" IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER "CopyUse_charges_licence" AFTER INSERT ON "CopyUse" FOR EACH ROW
  WHEN (NEW."kind" = 'loan' AND NEW."licenceModel" IN ('metered-by-loans', 'metered-by-both', 'bundle')) EXECUTE FUNCTION charge_licence_for_loan();

CREATE FUNCTION charge_licence_for_renewal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Licence" l SET "checkoutsUsed" = l."checkoutsUsed" + NEW."renewalCount" - OLD."renewalCount"
    FROM "CopyUse" u WHERE u."id" = NEW."id" AND l."id" = u."licenceId" AND l."checkoutsLimit" IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER "Loan_charges_licence" AFTER UPDATE OF "renewalCount" ON "Loan" FOR EACH ROW
  WHEN (NEW."renewalCount" <> OLD."renewalCount") EXECUTE FUNCTION charge_licence_for_renewal();

-- A use is of a copy in stock. No loan or offer outlives its licence, none begins after its end, and an offer reserves one
-- loan of a metered one. (The trigger that charges comes first: triggers of a row fire in the order of their names.)
CREATE FUNCTION use_within_its_licence() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE licence "Licence";
BEGIN
  IF TG_OP = 'INSERT' AND NEW."copyId" IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM "Copy" c WHERE c."id" = NEW."copyId" AND c."addedAt" <= NEW."from" AND (c."retiredAt" IS NULL OR c."retiredAt" >= NEW."until")) THEN
    RAISE EXCEPTION 'copy % was not in stock during use %', NEW."copyId", NEW."id" USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."licenceModel" = 'perpetual' THEN
    RETURN NULL;
  END IF;
  SELECT * INTO licence FROM "Licence" WHERE "id" = NEW."licenceId";
  IF NEW."until" > licence."expiresAt" THEN
    RAISE EXCEPTION 'use % outlives licence %', NEW."id", NEW."licenceId" USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    RETURN NULL;
  END IF;
  IF NEW."from" >= licence."endedAt" THEN
    RAISE EXCEPTION 'use % begins after licence % has ended', NEW."id", NEW."licenceId" USING ERRCODE = 'check_violation';
  END IF;
  IF licence."checkoutsUsed" + (
    SELECT count(*) FROM "CopyUse" o WHERE o."titleId" = NEW."titleId" AND o."licenceId" = NEW."licenceId" AND o."kind" = 'offer'
      AND o."from" <= NEW."from" AND o."until" > NEW."from") > licence."checkoutsLimit" THEN
    RAISE EXCEPTION 'licence % has no loan left for use %', NEW."licenceId", NEW."id" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "CopyUse_within_licence" AFTER INSERT ON "CopyUse" FOR EACH ROW EXECUTE FUNCTION use_within_its_licence();
CREATE TRIGGER "CopyUse_stays_within_licence" AFTER UPDATE OF "until" ON "CopyUse" FOR EACH ROW
  WHEN (NEW."licenceModel" <> 'perpetual') EXECUTE FUNCTION use_within_its_licence();

-- A copy leaves when it is home.
CREATE FUNCTION copy_retires_at_home() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "CopyUse" u WHERE u."copyId" = NEW."id" AND u."until" > NEW."retiredAt") THEN
    RAISE EXCEPTION 'copy % is in use when it retires', NEW."id" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Copy_retires_at_home" AFTER UPDATE OF "retiredAt" ON "Copy" FOR EACH ROW
  WHEN (NEW."retiredAt" IS NOT NULL) EXECUTE FUNCTION copy_retires_at_home();

-- Nor is a licence's end moved in under its loans.
CREATE FUNCTION licence_keeps_its_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "CopyUse" u WHERE u."licenceId" = NEW."id" AND u."titleId" = NEW."titleId" AND u."until" > NEW."expiresAt") THEN
    RAISE EXCEPTION 'a use outlives licence %', NEW."id" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Licence_outlives_its_uses" AFTER UPDATE OF "expiresAt" ON "Licence" FOR EACH ROW
  WHEN (NEW."expiresAt" IS DISTINCT FROM OLD."expiresAt") EXECUTE FUNCTION licence_keeps_its_terms();
