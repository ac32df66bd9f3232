import type { ProposedMetadata } from '@/lib/domain/catalogue/file-metadata';
import { pool } from './pool';
import type { Tx } from './transaction';

export type UploadState = 'uploading' | 'inspected' | 'refused' | 'used' | 'cancelled';
export type UploadRefusal = 'not-a-pdf' | 'encrypted' | 'damaged' | 'empty';

/** What the inspection found, as it is kept until the title is made. */
export type KeptInspection = {
  readonly pages: number;
  readonly pageWidth: number;
  readonly pageHeight: number;
  readonly metadata: ProposedMetadata;
  readonly coverHash: string | null;
};

export type Upload = {
  readonly id: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly objectKey: string;
  readonly s3UploadId: string;
  readonly partSizeBytes: number;
  readonly state: UploadState;
  readonly inspection: KeptInspection | null;
  readonly refusalCode: UploadRefusal | null;
};

const columns = '"id", "fileName", "sizeBytes", "objectKey", "s3UploadId", "partSizeBytes", "state", "inspection", "refusalCode"';

export async function insertUpload(upload: Omit<Upload, 'id' | 'state' | 'inspection' | 'refusalCode'> & { librarianId: string; contentType: string }): Promise<Upload> {
  const { rows } = await pool().query<Upload>(
    `INSERT INTO "Upload" ("librarianId", "fileName", "sizeBytes", "contentType", "objectKey", "s3UploadId", "partSizeBytes") VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING ${columns}`,
    [upload.librarianId, upload.fileName, upload.sizeBytes, upload.contentType, upload.objectKey, upload.s3UploadId, upload.partSizeBytes],
  );
  if (rows[0] === undefined) throw new Error('the upload was not kept');
  return rows[0];
}

export async function findUpload(id: string): Promise<Upload | null> {
  const { rows } = await pool().query<Upload>(`SELECT ${columns} FROM "Upload" WHERE "id" = $1`, [id]);
  return rows[0] ?? null;
}

/** Whoever uses an upload locks it first: two forms cannot use it twice. */
export async function lockUpload(tx: Tx, id: string): Promise<Upload | null> {
  const { rows } = await tx.query<Upload>(`SELECT ${columns} FROM "Upload" WHERE "id" = $1 FOR UPDATE`, [id]);
  return rows[0] ?? null;
}

/** Keeps what the inspection found; one that was cancelled or used meanwhile stays so. */
export async function keepInspection(id: string, inspection: KeptInspection): Promise<void> {
  await pool().query(`UPDATE "Upload" SET "state" = 'inspected', "inspection" = $2, "touchedAt" = lending_now() WHERE "id" = $1 AND "state" = 'uploading'`, [id, JSON.stringify(inspection)]);
}

export async function keepRefusal(id: string, code: UploadRefusal): Promise<void> {
  await pool().query(`UPDATE "Upload" SET "state" = 'refused', "refusalCode" = $2, "touchedAt" = lending_now() WHERE "id" = $1 AND "state" = 'uploading'`, [id, code]);
}

export async function markUsed(tx: Tx, id: string): Promise<void> {
  await tx.query(`UPDATE "Upload" SET "state" = 'used', "touchedAt" = lending_now() WHERE "id" = $1`, [id]);
}

/** True when it was there to cancel; a used one belongs to its title and stays. */
export async function markCancelled(id: string): Promise<boolean> {
  const { rowCount } = await pool().query(`UPDATE "Upload" SET "state" = 'cancelled', "refusalCode" = NULL, "touchedAt" = lending_now() WHERE "id" = $1 AND "state" <> 'used'`, [id]);
  return rowCount === 1;
}

/** Uploads that nobody touched for so long, the cancelled ones included; each may be swept twice. */
export async function leftoverUploads(olderThanMs: number, limit: number): Promise<readonly Upload[]> {
  const { rows } = await pool().query<Upload>(
    `SELECT ${columns} FROM "Upload" WHERE "state" <> 'used' AND "touchedAt" < lending_now() - $1 * interval '1 millisecond' ORDER BY "touchedAt" LIMIT $2`,
    [olderThanMs, limit],
  );
  return rows;
}

export async function forgetLeftover(id: string): Promise<void> {
  await pool().query(`DELETE FROM "Upload" WHERE "id" = $1 AND "state" = 'cancelled'`, [id]);
}
