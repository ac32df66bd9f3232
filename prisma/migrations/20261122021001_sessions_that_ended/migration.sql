-- Sessions that ended are swept a month later.
CREATE INDEX "Session_ended" ON "Session" ("endedAt") WHERE "endedAt" IS NOT NULL;
