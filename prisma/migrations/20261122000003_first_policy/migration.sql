-- Rule 6: the policy that applies until an admin changes it (the same values as defaultPolicy in lib/domain/lending/policy.ts).
INSERT INTO "Policy" ("loanPeriod", "loanLimit", "holdLimit", "pickupWindow", "renewalLimit", "renewalWindow", "retention")
VALUES ('P3D', 5, 5, 'P1D', 1, 'P1D', 'P90D');
