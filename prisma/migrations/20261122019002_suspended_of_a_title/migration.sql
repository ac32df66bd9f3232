-- Each act on a title looks for its suspensions that are over: by this index, not through the whole queue.
CREATE INDEX "Hold_suspended_by_title" ON "Hold" ("titleId") WHERE "state" = 'waiting' AND "suspendedAt" IS NOT NULL;
