-- The loan database shows ended loans newest first. In a large library the newest hundred thousand all run: without an index of
-- the ended ones each of them is looked at first.
CREATE INDEX "Loan_ended_by_start" ON "Loan" ("borrowedAt", "id") WHERE "state" <> 'active';

-- The overview counts from indexes alone, where a vacuum has seen the rows. By default a table of five million loans would wait
-- for a million of them to change.
ALTER TABLE "Loan" SET (
  autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000,
  autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_vacuum_insert_threshold = 1000
);
