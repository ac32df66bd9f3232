-- What must never be false, whoever writes: Pinjam, a bug, a second process or a hand in psql.

-- Rule 1: a copy is never lent or set aside twice at the same instant. Half-open: the next use may begin as the last ends.
ALTER TABLE "CopyUse"
  ADD CONSTRAINT "CopyUse_one_use_at_a_time"
    EXCLUDE USING gist ("copyId" WITH =, tstzrange("from", "until", '[)') WITH &&),
  ADD CONSTRAINT "CopyUse_kind" CHECK ("kind" IN ('loan', 'offer')),
  ADD CONSTRAINT "CopyUse_span" CHECK ("from" <= "until"),
  ADD CONSTRAINT "CopyUse_has_its_copy" CHECK ("copyId" IS NOT NULL OR "licenceModel" = 'simultaneous-use');

ALTER TABLE "Licence"
  ADD CONSTRAINT "Licence_model" CHECK ("model" IN
    ('perpetual', 'metered-by-time', 'metered-by-loans', 'metered-by-both', 'bundle', 'simultaneous-use')),
  ADD CONSTRAINT "Licence_checkoutsLimit" CHECK ("checkoutsLimit" > 0);

ALTER TABLE "Copy"
  ADD CONSTRAINT "Copy_retires_after_it_came" CHECK ("retiredAt" >= "addedAt"),
  ADD CONSTRAINT "Copy_retired_was_retiring" CHECK ("retiredAt" IS NULL OR "retiringAt" IS NOT NULL);

-- Rule 3 and 5: four states, an end exactly for ended ones, one active loan of a title a member.
ALTER TABLE "Loan"
  ADD CONSTRAINT "Loan_state" CHECK ("state" IN ('active', 'returned', 'expired', 'revoked')),
  ADD CONSTRAINT "Loan_ended_has_endedAt" CHECK (("state" = 'active') = ("endedAt" IS NULL)),
  ADD CONSTRAINT "Loan_span" CHECK ("borrowedAt" < "dueAt"),
  ADD CONSTRAINT "Loan_ends_by_dueAt" CHECK ("endedAt" BETWEEN "borrowedAt" AND "dueAt"),
  ADD CONSTRAINT "Loan_dueAt_whole_second" CHECK ("dueAt" = date_trunc('second', "dueAt")),
  ADD CONSTRAINT "Loan_active_has_member" CHECK ("state" <> 'active' OR "memberId" IS NOT NULL),
  ADD CONSTRAINT "Loan_member_or_pseudonym" CHECK (("memberId" IS NULL) <> ("pseudonym" IS NULL));
CREATE UNIQUE INDEX "Loan_one_active_per_member_and_title" ON "Loan" ("titleId", "memberId") WHERE "state" = 'active';
CREATE INDEX "Loan_active_by_member" ON "Loan" ("memberId") WHERE "state" = 'active';
CREATE INDEX "Loan_active_by_due" ON "Loan" ("dueAt") WHERE "state" = 'active';

-- Rule 9: a ready hold carries its offer, an ended one its end and reason, one open hold of a title a member.
ALTER TABLE "Hold"
  ADD CONSTRAINT "Hold_state" CHECK ("state" IN ('waiting', 'ready', 'fulfilled', 'lapsed', 'cancelled')),
  ADD CONSTRAINT "Hold_ready_has_offer" CHECK (("state" = 'ready') = ("offerId" IS NOT NULL)),
  ADD CONSTRAINT "Hold_ready_has_window" CHECK
    ("state" <> 'ready' OR ("readyAt" IS NOT NULL AND "readyUntil" IS NOT NULL AND "readyAt" < "readyUntil")),
  ADD CONSTRAINT "Hold_readyUntil_whole_second" CHECK ("readyUntil" = date_trunc('second', "readyUntil")),
  ADD CONSTRAINT "Hold_ended_has_endedAt" CHECK (("state" IN ('waiting', 'ready')) = ("endedAt" IS NULL)),
  ADD CONSTRAINT "Hold_cancelled_has_reason" CHECK ("state" <> 'cancelled' OR "endedReason" IS NOT NULL),
  ADD CONSTRAINT "Hold_fulfilled_has_loan" CHECK ("state" <> 'fulfilled' OR "fulfilledLoanId" IS NOT NULL),
  ADD CONSTRAINT "Hold_open_has_member" CHECK ("endedAt" IS NOT NULL OR "memberId" IS NOT NULL),
  ADD CONSTRAINT "Hold_member_or_pseudonym" CHECK (("memberId" IS NULL) <> ("pseudonym" IS NULL)),
  ADD CONSTRAINT "Hold_suspension" CHECK ("suspendedUntil" IS NULL OR "suspendedAt" IS NOT NULL);
CREATE UNIQUE INDEX "Hold_one_open_per_member_and_title" ON "Hold" ("titleId", "memberId") WHERE "state" IN ('waiting', 'ready');
CREATE INDEX "Hold_open_by_member" ON "Hold" ("memberId") WHERE "state" IN ('waiting', 'ready');
CREATE INDEX "Hold_waiting_in_line" ON "Hold" ("titleId", "queueNumber") INCLUDE ("memberId", "suspendedAt", "suspendedUntil") WHERE "state" = 'waiting';
CREATE INDEX "Hold_ready_by_title" ON "Hold" ("titleId") WHERE "state" = 'ready';
CREATE INDEX "Hold_ready_by_window" ON "Hold" ("readyUntil") WHERE "state" = 'ready';

ALTER TABLE "Turnaway"
  ADD CONSTRAINT "Turnaway_kind" CHECK ("kind" IN ('no-copy-available', 'licence-ended', 'hold-placed'));

ALTER TABLE "Member"
  ADD CONSTRAINT "Member_role" CHECK ("role" IN ('member', 'librarian', 'admin')),
  ADD CONSTRAINT "Member_block" CHECK ("blockedUntil" IS NULL OR "blockedAt" IS NOT NULL);
CREATE UNIQUE INDEX "Member_one_account_per_email" ON "Member" (lower("email")) WHERE "email" IS NOT NULL;
CREATE INDEX "Member_blocked" ON "Member" ("id") WHERE "blockedAt" IS NOT NULL OR "validUntil" IS NOT NULL;

ALTER TABLE "Heartbeat" ADD CONSTRAINT "Heartbeat_one_row" CHECK ("id" = 1);

ALTER TABLE "LendingEvent"
  ADD CONSTRAINT "LendingEvent_actor" CHECK ("actorKind" IN ('member', 'librarian', 'clock')),
  ADD CONSTRAINT "LendingEvent_channel" CHECK ("channel" IN ('web', 'whatsapp', 'desk', 'clock'));

-- A loan and its use say the same span at every commit, so that neither can be moved alone.
CREATE FUNCTION loan_agrees_with_its_use() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "Loan" l JOIN "CopyUse" u ON u."id" = l."id"
    WHERE l."id" = NEW."id"
      AND (u."kind" <> 'loan' OR u."from" <> l."borrowedAt" OR u."until" <> coalesce(l."endedAt", l."dueAt"))
  ) THEN
    RAISE EXCEPTION 'loan % and its use of a copy differ', NEW."id" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Loan_agrees_with_use" AFTER INSERT OR UPDATE OF "state", "borrowedAt", "dueAt", "endedAt" ON "Loan"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION loan_agrees_with_its_use();
CREATE CONSTRAINT TRIGGER "CopyUse_agrees_with_loan" AFTER UPDATE OF "from", "until", "kind" ON "CopyUse"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."kind" = 'loan') EXECUTE FUNCTION loan_agrees_with_its_use();
