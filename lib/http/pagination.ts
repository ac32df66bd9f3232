import { z } from 'zod';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';

/** Every list takes these; limit 1 to 100, default 20. */
export const pageQuery = z.object({ limit: z.coerce.number().int().min(1).max(100).default(20), cursor: z.string().max(2000).optional() });

/** Opaque to callers; what comes back is checked against the schema, so a tampered one is a clear refusal. */
export function encodeCursor(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

export function decodeCursor<S extends z.ZodType>(cursor: string | undefined, schema: S): Outcome<z.infer<S> | null> {
  if (cursor === undefined) return granted(null);
  try {
    const place = schema.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return place.success ? granted(place.data) : refuse({ code: 'bad-cursor' });
  } catch {
    return refuse({ code: 'bad-cursor' });
  }
}

/** A place in a list ordered by an instant and an id. */
export const timePlace = z.object({ at: z.iso.datetime().transform((text) => new Date(text)), id: z.uuid() });
