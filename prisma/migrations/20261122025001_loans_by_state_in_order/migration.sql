-- The loan database shows the loans of a state newest first. In a large library the newest hundred thousand all run: without an
-- index by state each of them is looked at before the first that ended.
DROP INDEX "Loan_revoked";
CREATE INDEX "Loan_state_borrowedAt_id_idx" ON "Loan"("state", "borrowedAt", "id");

-- The overview counts from indexes alone, where a vacuum has seen the rows. By default a table of five million loans would wait
-- for a million of them to change.
ALTER TABLE "Loan" SET (
  autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000,
  autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_vacuum_insert_threshold = 1000
);
