import { beginUpload, type BegunUpload } from '@/lib/operations/catalogue/begin-upload';
import { completeUpload, type InspectedUpload } from '@/lib/operations/catalogue/complete-upload';
import type { Act } from '@/lib/operations/act';
import { aMember } from './world';

export async function aLibrarian(): Promise<string> {
  return aMember({ role: 'librarian', name: 'Pustakawan' });
}

export function byLibrarian(librarianId: string, idempotencyKey?: string): Act {
  return { actor: { kind: 'librarian', librarianId, channel: 'web' }, idempotencyKey };
}

export async function begun(bytes: Buffer, librarianId: string, fileName = 'buku.pdf'): Promise<BegunUpload> {
  const outcome = await beginUpload({ fileName, sizeBytes: bytes.length, contentType: 'application/pdf' }, librarianId);
  if (!outcome.ok) throw new Error(`the upload was refused: ${outcome.refusal.code}`);
  return outcome.value;
}

export type SentPart = { number: number; etag: string };

/** PUTs parts as a browser does; without numbers all of them. */
export async function sent(bytes: Buffer, upload: BegunUpload, numbers?: readonly number[]): Promise<SentPart[]> {
  const parts: SentPart[] = [];
  for (const { number, url } of upload.parts) if (numbers === undefined || numbers.includes(number)) parts.push({ number, etag: await put(bytes, number, url, upload.upload.partSizeBytes) });
  return parts;
}

async function put(bytes: Buffer, number: number, url: string, partSizeBytes: number): Promise<string> {
  const answer = await fetch(url, { method: 'PUT', body: new Uint8Array(bytes.subarray((number - 1) * partSizeBytes, number * partSizeBytes)) });
  if (!answer.ok) throw new Error(`part ${number}: ${answer.status}`);
  return (answer.headers.get('etag') ?? '').replaceAll('"', '');
}

/** A file that was uploaded and passed its inspection. */
export async function inspected(bytes: Buffer, librarianId: string, fileName?: string): Promise<InspectedUpload> {
  const upload = await begun(bytes, librarianId, fileName);
  const outcome = await completeUpload(upload.upload.id, await sent(bytes, upload));
  if (!outcome.ok) throw new Error(`the file was refused: ${outcome.refusal.code}`);
  return outcome.value;
}
