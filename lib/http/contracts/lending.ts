import { z } from 'zod';
import { contract } from '../contract';
import { pageQuery } from '../pagination';
import { holdListSchema, holdSchema, loanListSchema, loanSchema, titleParams } from '../schemas/lending';
import { suspensionBody } from '../schemas/suspension';

const own = z.object({ id: z.uuid() });

export const borrowTitleCall = contract({
  method: 'POST', path: '/api/titles/{id}/loans', keyed: 'in-operation', summary: 'Borrow a title, or take the copy set aside for you', who: 'member', params: titleParams,
  answers: { 201: loanSchema, 200: loanSchema },
  refusals: ['not-found', 'title-withdrawn', 'member-blocked', 'no-copy-available', 'licence-ended', 'loan-limit-reached'],
});
export const listLoansCall = contract({
  method: 'GET', path: '/api/loans', summary: 'Your own loans, newest first', who: 'member',
  query: pageQuery.extend({ state: z.enum(['active', 'ended']).optional() }), answers: { 200: loanListSchema }, refusals: ['bad-cursor'],
});
export const readLoanCall = contract({ method: 'GET', path: '/api/loans/{id}', summary: 'One of your loans', who: 'member', params: own, answers: { 200: loanSchema }, refusals: ['not-found'] });
export const renewLoanCall = contract({
  method: 'POST', path: '/api/loans/{id}/renewals', keyed: 'in-operation', summary: 'Renew a loan from its due time', who: 'member', params: own, answers: { 200: loanSchema },
  refusals: ['not-found', 'loan-ended', 'title-withdrawn', 'licence-ended', 'member-blocked', 'renewal-limit-reached', 'renewal-too-early', 'others-waiting'],
});
export const returnLoanCall = contract({ method: 'POST', path: '/api/loans/{id}/return', keyed: 'in-operation', summary: 'Give a loan back early', who: 'member', params: own, answers: { 200: loanSchema }, refusals: ['not-found'] });
export const placeHoldCall = contract({
  method: 'POST', path: '/api/titles/{id}/holds', keyed: 'in-operation', summary: 'Join the queue of a title', who: 'member', params: titleParams, answers: { 201: holdSchema, 200: holdSchema },
  refusals: ['not-found', 'already-borrowed', 'title-withdrawn', 'member-blocked', 'licence-ended', 'copy-available', 'hold-limit-reached'],
});
export const listHoldsCall = contract({ method: 'GET', path: '/api/holds', summary: 'Your open holds, oldest first', who: 'member', query: pageQuery, answers: { 200: holdListSchema }, refusals: ['bad-cursor'] });
export const cancelHoldCall = contract({ method: 'DELETE', path: '/api/holds/{id}', keyed: 'in-operation', summary: 'Leave a queue', who: 'member', params: own, answers: { 200: holdSchema }, refusals: ['not-found'] });
export const passOfferCall = contract({
  method: 'POST', path: '/api/holds/{id}/pass', keyed: 'in-operation', summary: 'Let your turn go on to the next in line; your place is kept, suspended', who: 'member', params: own, answers: { 200: holdSchema },
  refusals: ['not-found', 'no-offer', 'hold-ended'],
});
export const suspendHoldCall = contract({
  method: 'PUT', path: '/api/holds/{id}/suspension', keyed: 'in-operation', summary: 'Suspend a hold until a date (00.00 library time), or until resumed', who: 'member', params: own, body: suspensionBody, answers: { 200: holdSchema },
  refusals: ['not-found', 'bad-request', 'suspension-out-of-range', 'hold-ended'],
});
export const resumeHoldCall = contract({
  method: 'DELETE', path: '/api/holds/{id}/suspension', keyed: 'in-operation', summary: 'Resume a suspended hold, at the place it always had', who: 'member', params: own, answers: { 200: holdSchema }, refusals: ['not-found', 'hold-ended'],
});
