import { z } from 'zod';

export const archiveFormat = 1;

/** The first entry of an archive: what is in it, and which migrations its tables had seen. */
export const manifestSchema = z.object({
  format: z.literal(archiveFormat),
  version: z.string(),
  madeAt: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string(), isCalled: z.boolean() })),
});

export type Manifest = z.infer<typeof manifestSchema>;
