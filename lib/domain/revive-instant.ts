const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** For JSON.parse: what JSON.stringify wrote of a Date is a Date again. */
export function reviveInstant(_: string, value: unknown): unknown {
  return typeof value === 'string' && instant.test(value) ? new Date(value) : value;
}
