import { z } from 'zod';
import { instant } from './lending';

export const maintenanceBody = z.object({
  from: instant,
  until: instant,
  shownFrom: instant.nullable().default(null).describe('null: from now on'),
  note: z.string().trim().max(300).nullable().default(null),
});

export const maintenanceSchema = z.object({ id: z.uuid(), from: instant, until: instant, shownFrom: instant, note: z.string().nullable() });
export const maintenanceListSchema = z.object({ items: z.array(maintenanceSchema), nextCursor: z.null(), now: instant });
