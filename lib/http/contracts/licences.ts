import { z } from 'zod';
import { contract } from '../contract';
import { licenceListSchema, licenceSchema, licenceWithdrawalBody } from '../schemas/licences';

const title = z.object({ id: z.uuid() });

export const listLicencesCall = contract({
  method: 'GET', path: '/api/admin/titles/{id}/licences', summary: 'The licences of a title, the newest first', who: 'librarian',
  params: title, answers: { 200: licenceListSchema }, refusals: ['not-found'],
});
export const addLicenceCall = contract({
  method: 'POST', path: '/api/admin/titles/{id}/licences', keyed: 'in-operation', summary: 'Add a licence; its copies serve the queue at once, and under simultaneous use nobody waits any more', who: 'librarian',
  params: title, body: licenceSchema, answers: { 201: licenceListSchema }, refusals: ['not-found', 'bad-request', 'title-withdrawn', 'licence-ended'],
});
export const withdrawLicenceCall = contract({
  method: 'POST', path: '/api/admin/titles/{id}/licences/{licenceId}/withdrawal', keyed: 'in-operation', summary: 'End a licence; its loans run out or end at once, its offers go back to waiting', who: 'librarian',
  params: title.extend({ licenceId: z.uuid() }), body: licenceWithdrawalBody, answers: { 200: licenceListSchema }, refusals: ['not-found', 'bad-request'],
});
