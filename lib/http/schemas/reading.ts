import { z } from 'zod';

const instant = z.iso.datetime({ offset: true });

const position = z.object({
  page: z.number().int().min(1).max(1_000_000),
  offset: z.number().min(0).max(1).optional().describe('how far down the page, 0 is its top'),
});

const device = z.object({ id: z.string().trim().min(1).max(100), name: z.string().trim().min(1).max(100).nullable().optional() });

export const saveReadingBody = z.object({ position, savedAt: instant, device: device.optional() });

const savedPlace = { position, savedAt: instant, device: z.object({ id: z.string(), name: z.string().nullable() }) };

export const readingAnswer = z.object({
  titleId: z.uuid(),
  position: savedPlace.position.nullable(),
  savedAt: savedPlace.savedAt.nullable(),
  device: savedPlace.device.nullable(),
  devices: z.array(z.object(savedPlace)),
  now: instant,
});

export const contentAnswer = z.object({
  url: z.url(),
  expiresAt: instant,
  contentType: z.string(),
  sizeBytes: z.number().int(),
  now: instant,
});

export type SaveReadingBody = z.infer<typeof saveReadingBody>;
export type ReadingAnswer = z.infer<typeof readingAnswer>;
export type ContentAnswer = z.infer<typeof contentAnswer>;
