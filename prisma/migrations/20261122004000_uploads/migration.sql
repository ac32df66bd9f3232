-- The storage itself says which parts have arrived: a second book of them could only be wrong.
DROP TABLE "UploadPart";

ALTER TABLE "Upload"
  ADD CONSTRAINT "Upload_state" CHECK ("state" IN ('uploading', 'inspected', 'refused', 'used', 'cancelled')),
  ADD CONSTRAINT "Upload_inspected_has_inspection" CHECK ("state" NOT IN ('inspected', 'used') OR "inspection" IS NOT NULL),
  ADD CONSTRAINT "Upload_refused_says_why" CHECK (("state" = 'refused') = ("refusalCode" IS NOT NULL));

-- Normalising is tried a few times at most, by one process at a time.
ALTER TABLE "Content"
  ADD COLUMN "normalisingSince" TIMESTAMPTZ(3),
  ADD COLUMN "normaliseTries" INTEGER NOT NULL DEFAULT 0;
CREATE INDEX "Content_to_normalise" ON "Content" ("createdAt") WHERE "normalisedAt" IS NULL;
