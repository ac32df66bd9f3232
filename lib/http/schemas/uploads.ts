import { z } from 'zod';

export const beginUploadBody = z.object({ fileName: z.string().min(1).max(1000), sizeBytes: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER), contentType: z.string().max(200).default('application/pdf') });

const etag = z.string().min(1).max(200).transform((text) => text.replaceAll('"', ''));
export const completeUploadBody = z.object({ parts: z.array(z.object({ number: z.number().int().min(1).max(10_000), etag })).max(10_000) });

const partAddress = z.object({ number: z.number(), url: z.string() });

export const begunUploadSchema = z.object({ id: z.uuid(), partSizeBytes: z.number(), parts: z.array(partAddress) });

export const inspectionSchema = z.object({
  id: z.uuid(),
  pages: z.number(),
  format: z.literal('pdf'),
  metadata: z.object({ title: z.string(), authors: z.array(z.string()), language: z.string(), isbn: z.string().nullable() }),
  coverUrl: z.string().nullable(),
});

export const uploadSchema = z.object({
  id: z.uuid(),
  fileName: z.string(),
  sizeBytes: z.number(),
  partSizeBytes: z.number(),
  state: z.enum(['uploading', 'inspected', 'refused', 'used']),
  done: z.array(z.object({ number: z.number(), etag: z.string() })),
  parts: z.array(partAddress),
  inspection: inspectionSchema.nullable(),
});

export type BegunUploadAnswer = z.infer<typeof begunUploadSchema>;
export type UploadAnswer = z.infer<typeof uploadSchema>;
export type InspectionAnswer = z.infer<typeof inspectionSchema>;
