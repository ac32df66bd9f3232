-- Retention looks every night for what still carries a name; what has lost it must cost nothing to pass over.
CREATE INDEX "Loan_ended_with_name" ON "Loan" ("endedAt") WHERE "memberId" IS NOT NULL AND "state" <> 'active';
CREATE INDEX "Hold_ended_with_name" ON "Hold" ("endedAt") WHERE "memberId" IS NOT NULL AND "endedAt" IS NOT NULL;
CREATE INDEX "Turnaway_with_name" ON "Turnaway" ("at") WHERE "memberId" IS NOT NULL;
CREATE INDEX "Message_by_age" ON "Message" ("createdAt");
