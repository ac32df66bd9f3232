import { z } from 'zod';
import { contract } from '../contract';
import { categoryParams, categoryPolicyBody, categoryPolicySchema } from '../schemas/category-policy';
import { policyBody, policySchema } from '../schemas/policy';

export const readPolicyCall = contract({ method: 'GET', path: '/api/admin/policy', summary: 'The lending policy that applies now', who: 'admin', answers: { 200: policySchema } });

export const changePolicyCall = contract({
  method: 'PUT', path: '/api/admin/policy', summary: 'Set the lending policy; takes back what GET gives with any value changed', who: 'admin', body: policyBody,
  answers: { 200: policySchema }, refusals: ['bad-request'],
});

export const listCategoryPoliciesCall = contract({
  method: 'GET', path: '/api/admin/policy/categories', summary: 'What holds for members of each category, before the default and after a title\'s own value', who: 'admin',
  answers: { 200: z.object({ items: z.array(categoryPolicySchema), nextCursor: z.null() }) },
});

export const changeCategoryPolicyCall = contract({
  method: 'PUT', path: '/api/admin/policy/categories/{category}', summary: 'Set what holds for members of one category', who: 'admin', params: categoryParams, body: categoryPolicyBody,
  answers: { 200: categoryPolicySchema }, refusals: ['bad-request'],
});

export const removeCategoryPolicyCall = contract({
  method: 'DELETE', path: '/api/admin/policy/categories/{category}', summary: 'Let the default hold for members of one category again', who: 'admin', params: categoryParams, answers: { 204: null }, refusals: ['not-found'],
});
