-- Suspended holds: what the clock ends is found by index, in the sweep (leading column) and in one title.
CREATE INDEX "Hold_suspended_until" ON "Hold" ("suspendedUntil", "titleId") WHERE "state" = 'waiting' AND "suspendedUntil" IS NOT NULL;
CREATE INDEX "Hold_suspended_since" ON "Hold" ("suspendedAt", "titleId") WHERE "state" = 'waiting' AND "suspendedAt" IS NOT NULL;
-- "queueNumber" may fall below 1: a librarian put that hold at the head (event hold-moved). The sequence goes on upwards.

-- Each ending carries its reason.
UPDATE "Hold" SET "endedReason" = 'window-passed' WHERE "state" = 'lapsed' AND "endedReason" IS NULL;

-- Misses forgiven before the next one costs the place, and shorter loans while many wait (null: off).
ALTER TABLE "Policy"
  ADD COLUMN "forgivenPickups" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "shorterLoans" JSONB;
