import { z } from 'zod';
import { contract } from '../contract';
import { titleTermsBody, titleTermsSchema } from '../schemas/title-terms';

const params = z.object({ id: z.uuid() });

export const readTitleTermsCall = contract({
  method: 'GET', path: '/api/admin/titles/{id}/terms', summary: 'What a title says for itself, which values apply to whom, and why', who: 'librarian', params, answers: { 200: titleTermsSchema }, refusals: ['not-found'],
});

export const changeTitleTermsCall = contract({
  method: 'PUT', path: '/api/admin/titles/{id}/terms', summary: 'Set what a title says for itself; takes back `own` of GET with any value changed', who: 'librarian', params, body: titleTermsBody,
  answers: { 200: titleTermsSchema }, refusals: ['not-found', 'bad-request'],
});
