-- Who waits for a title whose last licence has ended is told: the search begins with licences that ended lately.
CREATE INDEX "Licence_ended" ON "Licence" ("endedAt") WHERE "endedAt" IS NOT NULL;
