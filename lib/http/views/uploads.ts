import type { KeptInspection } from '@/lib/operations/catalogue/complete-upload';
import type { BegunUpload } from '@/lib/operations/catalogue/begin-upload';
import type { StandingUpload } from '@/lib/operations/catalogue/read-upload';
import { coverUrl } from './lending';

export function begunUploadView({ upload, parts }: BegunUpload) {
  return { id: upload.id, partSizeBytes: upload.partSizeBytes, parts };
}

export function uploadView({ upload, done, parts }: StandingUpload) {
  const { id, fileName, sizeBytes, partSizeBytes, state, inspection } = upload;
  return { id, fileName, sizeBytes, partSizeBytes, state, done: done.map(({ number, etag }) => ({ number, etag })), parts, inspection: inspection === null ? null : inspectionView({ id, ...inspection }) };
}

export function inspectionView({ id, pages, metadata, coverHash }: { id: string } & KeptInspection) {
  return { id, pages, format: 'pdf' as const, metadata, coverUrl: coverUrl(coverHash) };
}
