/** As http-api.md and product.md say it; what stands in none of these lists is for nobody. */
const open = `
  GET /api/health · GET /api/health/live · GET /api/openapi.json · GET /api/titles · GET /api/titles/{id} · POST /api/members · POST /api/visits
  POST /api/password-resets · POST /api/password-resets/completion · POST /api/email-verifications`;
const members = `
  GET /api/me · PATCH /api/me · DELETE /api/me · PUT /api/me/password · POST /api/me/email-verification · GET /api/me/sessions · DELETE /api/me/sessions/{id}
  POST /api/titles/{id}/loans · POST /api/titles/{id}/holds · PUT /api/titles/{id}/saved · DELETE /api/titles/{id}/saved · GET /api/titles/{id}/reading · PUT /api/titles/{id}/reading
  GET /api/loans · GET /api/loans/{id} · GET /api/loans/{id}/content · POST /api/loans/{id}/renewals · POST /api/loans/{id}/return
  GET /api/holds · DELETE /api/holds/{id} · POST /api/holds/{id}/pass · PUT /api/holds/{id}/suspension · DELETE /api/holds/{id}/suspension
  GET /api/notices · POST /api/notices/read`;
const librarians = `
  GET /api/admin/loans · POST /api/admin/loans/{id}/revocation · POST /api/admin/loans/{id}/renewals · POST /api/admin/holds/{id}/cancellation · POST /api/admin/holds/{id}/move
  GET /api/admin/members · POST /api/admin/members · GET /api/admin/members/{id} · PATCH /api/admin/members/{id} · DELETE /api/admin/members/{id}
  PUT /api/admin/members/{id}/block · DELETE /api/admin/members/{id}/block · POST /api/admin/members/{id}/reset-code
  POST /api/admin/titles · PATCH /api/admin/titles/{id} · PUT /api/admin/titles/{id}/copies · PUT /api/admin/titles/{id}/content · POST /api/admin/titles/{id}/withdrawal · DELETE /api/admin/titles/{id}/withdrawal
  GET /api/admin/titles/{id}/terms · PUT /api/admin/titles/{id}/terms
  GET /api/admin/titles/{id}/licences · POST /api/admin/titles/{id}/licences · POST /api/admin/titles/{id}/licences/{licenceId}/withdrawal · POST /api/admin/titles/{id}/looks
  GET /api/admin/maintenance · POST /api/admin/maintenance · DELETE /api/admin/maintenance/{id} · GET /api/admin/stats · GET /api/admin/rekap
  POST /api/admin/uploads · GET /api/admin/uploads/{id} · DELETE /api/admin/uploads/{id} · POST /api/admin/uploads/{id}/complete`;
const admins = `
  GET /api/admin/policy · PUT /api/admin/policy · GET /api/admin/policy/categories · PUT /api/admin/policy/categories/{category} · DELETE /api/admin/policy/categories/{category}
  PUT /api/admin/members/{id}/role · GET /api/admin/outages · POST /api/admin/outages · GET /api/admin/outages/preview`;
/** Next-auth's own calls and the metrics' token have tests of their own. */
export const apart = /^\w+ \/api\/(auth\/|metrics$)/;

const calls = (list: string) => [...list.matchAll(/(GET|POST|PUT|PATCH|DELETE) (\/[\w/{}.-]+)/g)].map(([name]) => name);

export const callsFor = { anyone: calls(open), members: calls(members), librarians: calls(librarians), admins: calls(admins) };

/** Each call with how much one must be: 0 anyone, 1 member, 2 librarian, 3 admin. */
export const whoMayCall: readonly (readonly [string, number])[] = [callsFor.anyone, callsFor.members, callsFor.librarians, callsFor.admins].flatMap((names, needed) => names.map((name) => [name, needed] as const));
