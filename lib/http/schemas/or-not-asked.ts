import { z } from 'zod';

/** In a query: an empty field of a form means that it was not asked for. */
export function orNotAsked<S extends z.ZodType>(schema: S) {
  return z.preprocess((given) => (given === '' ? undefined : given), schema.optional());
}
