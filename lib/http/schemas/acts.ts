import { z } from 'zod';

/** What a button does for a member, by name; the same names for the form without JavaScript (POST /act) and the API call. */
export const acts = ['borrow', 'queue', 'leave-queue', 'renew', 'return', 'save', 'unsave'] as const;
export type ActName = (typeof acts)[number];

export const actForm = z.object({ act: z.enum(acts), id: z.uuid(), back: z.string() });

/** The API call behind each act; `id` is a title's, a hold's or a loan's. */
export const callOf = {
  borrow: (id: string) => ['POST', `/api/titles/${id}/loans`],
  queue: (id: string) => ['POST', `/api/titles/${id}/holds`],
  'leave-queue': (id: string) => ['DELETE', `/api/holds/${id}`],
  renew: (id: string) => ['POST', `/api/loans/${id}/renewals`],
  return: (id: string) => ['POST', `/api/loans/${id}/return`],
  save: (id: string) => ['PUT', `/api/titles/${id}/saved`],
  unsave: (id: string) => ['DELETE', `/api/titles/${id}/saved`],
} as const satisfies Record<ActName, (id: string) => readonly ['POST' | 'PUT' | 'DELETE', string]>;
