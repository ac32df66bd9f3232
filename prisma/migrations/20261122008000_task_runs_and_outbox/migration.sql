-- The outbox is looked at every few seconds: what is still to be sent must cost nothing to find among all that was sent.
CREATE INDEX "Message_to_send" ON "Message" ("nextAttemptAt") WHERE "channel" = 'email' AND "sentAt" IS NULL AND "abandonedAt" IS NULL;
-- Retention takes a loan's and a hold's messages away with the name.
CREATE INDEX "Message_of_loan" ON "Message" (("facts"->>'loanId')) WHERE "facts"->>'loanId' IS NOT NULL;
CREATE INDEX "Message_of_hold" ON "Message" (("facts"->>'holdId')) WHERE "facts"->>'holdId' IS NOT NULL;

ALTER TABLE "Message" ADD CONSTRAINT "Message_channel" CHECK ("channel" IN ('notice', 'email'));

-- The next slot of the task's schedule: the health page tells by it that the clockwork stands still.
ALTER TABLE "TaskRun" ADD COLUMN "nextDueAt" TIMESTAMPTZ(3);
