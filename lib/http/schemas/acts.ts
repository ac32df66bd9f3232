// Without zod: every button of a member brings this file to the browser, and zod weighs more than all of our own code there.

/** What a button does for a member, by name; the same names for the form without JavaScript (POST /act) and the API call. */
export const acts = ['borrow', 'queue', 'leave-queue', 'pass', 'suspend', 'resume', 'renew', 'return', 'save', 'unsave'] as const;
export type ActName = (typeof acts)[number];

/** The API call behind each act; `id` is a title's, a hold's or a loan's; `until` is the day of a form, or empty. */
export const callOf = {
  borrow: (id: string) => ['POST', `/api/titles/${id}/loans`],
  queue: (id: string) => ['POST', `/api/titles/${id}/holds`],
  'leave-queue': (id: string) => ['DELETE', `/api/holds/${id}`],
  pass: (id: string) => ['POST', `/api/holds/${id}/pass`],
  suspend: (id: string, until: string) => ['PUT', `/api/holds/${id}/suspension`, { until: until === '' ? null : until }],
  resume: (id: string) => ['DELETE', `/api/holds/${id}/suspension`],
  renew: (id: string) => ['POST', `/api/loans/${id}/renewals`],
  return: (id: string) => ['POST', `/api/loans/${id}/return`],
  save: (id: string) => ['PUT', `/api/titles/${id}/saved`],
  unsave: (id: string) => ['DELETE', `/api/titles/${id}/saved`],
} as const satisfies Record<ActName, (id: string, until: string) => readonly ['POST' | 'PUT' | 'DELETE', string, object?]>;
