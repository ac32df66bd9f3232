import { pool } from './pool';

export type ContentToNormalise = { readonly id: string; readonly objectKey: string; readonly sizeBytes: number };

const triesAtMost = 3;

/** Claims the oldest file that was not looked at yet, for this process alone; a claim that came to nothing in ten minutes is free again. */
export async function claimContent(): Promise<ContentToNormalise | null> {
  const { rows } = await pool().query<ContentToNormalise>(
    `UPDATE "Content" SET "normalisingSince" = lending_now(), "normaliseTries" = "normaliseTries" + 1 WHERE "id" = (
       SELECT "id" FROM "Content" WHERE "normalisedAt" IS NULL AND "format" = 'pdf' AND "normaliseTries" < $1
         AND ("normalisingSince" IS NULL OR "normalisingSince" < lending_now() - interval '10 minutes')
       ORDER BY "createdAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING "id", "objectKey", "sizeBytes"`,
    [triesAtMost],
  );
  return rows[0] ?? null;
}

/** Done with it, whichever file is served from now on. */
export async function keepNormalised(id: string, normalised: { objectKey: string; sizeBytes: number } | null): Promise<void> {
  await pool().query('UPDATE "Content" SET "normalisedAt" = lending_now(), "normalisingSince" = NULL, "normalisedObjectKey" = $2, "normalisedSizeBytes" = $3 WHERE "id" = $1', [id, normalised?.objectKey ?? null, normalised?.sizeBytes ?? null]);
}
