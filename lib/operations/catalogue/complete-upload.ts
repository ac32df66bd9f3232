import { findUpload, keepInspection, keepRefusal, type KeptInspection, type Upload } from '@/lib/adapters/postgres/uploads';
import { databaseNow } from '@/lib/adapters/postgres/clock';
import { inspectPdf, type PdfInspection } from '@/lib/adapters/pdf/inspect-pdf';
import { completeMultipart, listParts, type Part } from '@/lib/adapters/s3/multipart';
import { presignForChild } from '@/lib/adapters/s3/presign';
import { headObject } from '@/lib/adapters/s3/storage';
import { proposedMetadata } from '@/lib/domain/catalogue/file-metadata';
import { partNumbers, uploadLimitBytes, wholeParts } from '@/lib/domain/catalogue/upload-parts';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';
import { storeCover } from './store-cover';

export type { KeptInspection } from '@/lib/adapters/postgres/uploads';
export type InspectedUpload = { readonly id: string } & KeptInspection;

/** All parts are there: they are joined, the file is inspected, and what it says of itself is answered. A repeated call answers the same. */
export async function completeUpload(id: string, parts: readonly Part[]): Promise<Outcome<InspectedUpload>> {
  const answering = underway.get(id) ?? complete(id, parts).finally(() => underway.delete(id));
  underway.set(id, answering);
  return answering;
}

// A double click waits for the first one's answer; from another process it does the same work again, to the same end.
const underway = new Map<string, Promise<Outcome<InspectedUpload>>>();

async function complete(id: string, parts: readonly Part[]): Promise<Outcome<InspectedUpload>> {
  const upload = await findUpload(id);
  if (upload === null || upload.state === 'cancelled') return refuse({ code: 'not-found' });
  if (upload.inspection !== null) return granted({ id, ...upload.inspection });
  if (upload.refusalCode !== null) return refuse({ code: upload.refusalCode });

  const joined = await join(upload, parts);
  if (!joined.ok) return joined;
  const inspected = await inspectPdf(await presignForChild(upload.objectKey, 'get', { expiresInSeconds: 600, now: await databaseNow() }), upload.sizeBytes);
  if (inspected.ok) return granted({ id, ...(await keep(upload, inspected.value)) });
  const { code } = inspected.refusal;
  if (code === 'not-a-pdf' || code === 'encrypted' || code === 'damaged' || code === 'empty') await keepRefusal(id, code);
  return inspected;
}

/** Joins the parts into one object, after checking that each is there in full. The storage is the judge, not the browser's list. */
async function join(upload: Upload, parts: readonly Part[]): Promise<Outcome<null>> {
  const arrived = await listParts(upload.objectKey, upload.s3UploadId);
  if (arrived !== null) {
    const there = new Map(wholeParts(arrived, upload.sizeBytes, upload.partSizeBytes).map(({ number, etag }) => [number, etag]));
    const given = new Map(parts.map(({ number, etag }) => [number, etag]));
    const missing = partNumbers(upload.sizeBytes, upload.partSizeBytes).filter((number) => !there.has(number) || given.get(number) !== there.get(number));
    if (missing.length > 0) return refuse({ code: 'upload-incomplete', missingParts: missing });
    await completeMultipart(upload.objectKey, upload.s3UploadId, [...there].map(([number, etag]) => ({ number, etag })));
  }
  const object = await headObject(upload.objectKey);
  if (object === null) return refuse({ code: 'upload-incomplete', missingParts: partNumbers(upload.sizeBytes, upload.partSizeBytes) });
  if (object.sizeBytes > uploadLimitBytes) return refuse({ code: 'too-large', limitBytes: uploadLimitBytes });
  return object.sizeBytes === upload.sizeBytes ? granted(null) : refuse({ code: 'upload-incomplete', missingParts: [] });
}

async function keep(upload: Upload, { pages, pageWidth, pageHeight, metadata, openingText, cover }: PdfInspection): Promise<KeptInspection> {
  const inspection: KeptInspection = {
    pages,
    pageWidth,
    pageHeight,
    metadata: proposedMetadata({ ...metadata, openingText, fileName: upload.fileName }),
    coverHash: cover === null ? null : await storeCover(cover),
  };
  await keepInspection(upload.id, inspection);
  return inspection;
}
