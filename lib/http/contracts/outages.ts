import { contract } from '../contract';
import { declaredOutageSchema, outageBody, outageListSchema, outagePreviewSchema, outageSpan } from '../schemas/outages';

export const listOutagesCall = contract({
  method: 'GET', path: '/api/admin/outages', summary: 'The latest outages, those that admins declared and those that the heartbeat noticed, with what each has given so far', who: 'admin',
  answers: { 200: outageListSchema },
});

export const declareOutageCall = contract({
  method: 'POST', path: '/api/admin/outages', keyed: 'in-operation', who: 'admin', body: outageBody,
  summary: 'Declare an outage that is over: running loans and offers get the overlap, holds that lapsed in it return to their places, members whose loans ended in it are told',
  answers: { 201: declaredOutageSchema }, refusals: ['bad-request'],
});

export const previewOutageCall = contract({
  method: 'GET', path: '/api/admin/outages/preview', summary: 'What declaring an outage would give, and the loans that ended in it', who: 'admin', query: outageSpan,
  answers: { 200: outagePreviewSchema }, refusals: ['bad-request'],
});
