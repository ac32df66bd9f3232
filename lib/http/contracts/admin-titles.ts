import { z } from 'zod';
import { contract } from '../contract';
import { contentBody, copiesBody, editTitleBody, newTitleBody, staffTitleSchema, withdrawalBody } from '../schemas/titles-admin';

const params = z.object({ id: z.uuid() });

export const createTitleCall = contract({
  method: 'POST', path: '/api/admin/titles', keyed: 'in-operation', summary: 'Make a title of an inspected file; borrowable at once unless published is false', who: 'librarian',
  body: newTitleBody, answers: { 201: staffTitleSchema, 200: staffTitleSchema },
  refusals: ['not-found', 'upload-not-inspected', 'upload-used', 'not-a-pdf', 'encrypted', 'damaged', 'empty', 'licence-ended'],
});
export const editTitleCall = contract({
  method: 'PATCH', path: '/api/admin/titles/{id}', keyed: 'in-operation', summary: 'Correct a title, or publish a draft', who: 'librarian',
  params, body: editTitleBody, answers: { 200: staffTitleSchema }, refusals: ['not-found'],
});
export const changeCopiesCall = contract({
  method: 'PUT', path: '/api/admin/titles/{id}/copies', keyed: 'in-operation', summary: 'Change how many copies there are; running loans and offers go on', who: 'librarian',
  params, body: copiesBody, answers: { 200: staffTitleSchema }, refusals: ['not-found', 'title-withdrawn', 'licence-ended'],
});
export const replaceContentCall = contract({
  method: 'PUT', path: '/api/admin/titles/{id}/content', keyed: 'in-operation', summary: 'Put another file in the place of the title’s; loans, holds and reading stay', who: 'librarian',
  params, body: contentBody, answers: { 200: staffTitleSchema }, refusals: ['not-found', 'upload-not-inspected', 'upload-used', 'not-a-pdf', 'encrypted', 'damaged', 'empty'],
});
export const undoWithdrawalCall = contract({
  method: 'DELETE', path: '/api/admin/titles/{id}/withdrawal', keyed: 'in-operation', summary: 'Show a withdrawn title again; cancelled holds do not come back', who: 'librarian',
  params, answers: { 200: staffTitleSchema }, refusals: ['not-found'],
});
export const withdrawTitleCall = contract({
  method: 'POST', path: '/api/admin/titles/{id}/withdrawal', keyed: 'in-operation', summary: 'Hide a title: no new loans or holds; loans run out or end at once, holds are cancelled, all are told', who: 'librarian',
  params, body: withdrawalBody, answers: { 200: staffTitleSchema }, refusals: ['not-found'],
});
