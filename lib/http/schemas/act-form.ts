import { z } from 'zod';
import { acts } from './acts';

/** What the form of a button sends where there is no JavaScript. */
export const actForm = z.object({ act: z.enum(acts), id: z.uuid(), back: z.string(), until: z.string().default('') });
