import { z } from 'zod';
import { contract } from '../contract';
import { adminLoanSchema, adminLoansQuery, revocationBody } from '../schemas/admin-loans';
import { instant, loanSchema } from '../schemas/lending';

export const listAllLoansCall = contract({
  method: 'GET', path: '/api/admin/loans', summary: 'The loan database, newest first; format=csv streams every loan that the filter finds', who: 'librarian', query: adminLoansQuery,
  answers: { 200: z.object({ items: z.array(adminLoanSchema), nextCursor: z.string().nullable(), now: instant }) }, refusals: ['bad-request', 'bad-cursor'],
});

export const revokeLoanCall = contract({
  method: 'POST', path: '/api/admin/loans/{id}/revocation', keyed: 'in-operation', summary: 'End a running loan, with a reason that the member is told', who: 'librarian',
  params: z.object({ id: z.uuid() }), body: revocationBody, answers: { 200: loanSchema }, refusals: ['not-found', 'bad-request'],
});

export const extendLoanCall = contract({
  method: 'POST', path: '/api/admin/loans/{id}/renewals', keyed: 'in-operation', summary: "Extend a running loan by a period, whoever waits; it does not outlive its licence, and uses one of a metered licence's loans", who: 'librarian',
  params: z.object({ id: z.uuid() }), answers: { 200: loanSchema.extend({ waiting: z.int().describe('members who wait for the title') }) }, refusals: ['not-found', 'loan-ended', 'title-withdrawn', 'licence-ended'],
});
