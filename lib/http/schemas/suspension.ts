import { z } from 'zod';
import { fromInstant } from './library-span';

export const suspensionBody = z.object({ until: fromInstant.nullable().describe('a library day (from its 00.00 on), an instant, or null: until resumed') });
