-- Statistics count the loans that were opened for the first time in a span of days, among millions that were not.
CREATE INDEX "Loan_firstOpenedAt" ON "Loan" ("firstOpenedAt") WHERE "firstOpenedAt" IS NOT NULL;

-- The collection's list shows the newest first, without looking into every title.
CREATE INDEX "Title_createdAt_id_idx" ON "Title"("createdAt", "id");

-- A part of a title's name, as librarians type it into the loan database and the collection.
CREATE INDEX "Title_title_idx" ON "Title" USING GIN ("title" gin_trgm_ops);

-- Seldom, and looked for among all the others.
CREATE INDEX "Loan_revoked" ON "Loan" ("borrowedAt", "id") WHERE "state" = 'revoked';
