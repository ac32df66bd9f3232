import type { Client } from './client';

/** As a librarian's browser does it: announce, send the parts to the storage, complete, publish. */
export async function publish(librarian: Client, file: Buffer, title: string, copies = 1): Promise<string> {
  const begun = await librarian.must<{ id: string; partSizeBytes: number; parts: { number: number; url: string }[] }>('POST', '/api/admin/uploads', [201], { fileName: `${title}.pdf`, sizeBytes: file.length, contentType: 'application/pdf' });
  const parts: { number: number; etag: string }[] = [];
  for (const { number, url } of begun.parts) {
    const answer = await fetch(url, { method: 'PUT', body: new Uint8Array(file.subarray((number - 1) * begun.partSizeBytes, number * begun.partSizeBytes)) });
    if (!answer.ok) throw new Error(`part ${number} answered ${answer.status}`);
    parts.push({ number, etag: answer.headers.get('etag') ?? '' });
  }
  await librarian.must('POST', `/api/admin/uploads/${begun.id}/complete`, [200], { parts });
  const { id } = await librarian.must<{ id: string }>('POST', '/api/admin/titles', [200, 201], { uploadId: begun.id, title, authors: ['Bench'], language: 'en', licence: { model: 'perpetual', copies } });
  return id;
}
