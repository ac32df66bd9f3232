import { contract } from '../contract';
import { policyBody, policySchema } from '../schemas/policy';

export const readPolicyCall = contract({ method: 'GET', path: '/api/admin/policy', summary: 'The lending policy that applies now', who: 'admin', answers: { 200: policySchema } });

export const changePolicyCall = contract({
  method: 'PUT', path: '/api/admin/policy', summary: 'Set the lending policy; takes back what GET gives with any value changed', who: 'admin', body: policyBody,
  answers: { 200: policySchema }, refusals: ['bad-request'],
});
