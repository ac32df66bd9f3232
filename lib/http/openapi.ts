import { z } from 'zod';
import { version } from '@/lib/config/version';
import * as adminHolds from './contracts/admin-holds';
import * as adminLoans from './contracts/admin-loans';
import * as adminMembers from './contracts/admin-members';
import * as adminTitles from './contracts/admin-titles';
import * as auth from './contracts/auth';
import * as health from './contracts/health';
import * as lending from './contracts/lending';
import * as licences from './contracts/licences';
import * as looks from './contracts/looks';
import * as maintenance from './contracts/maintenance';
import * as me from './contracts/me';
import * as members from './contracts/members';
import * as notices from './contracts/notices';
import * as outages from './contracts/outages';
import * as policy from './contracts/policy';
import * as reading from './contracts/reading';
import * as stats from './contracts/stats';
import * as titleTerms from './contracts/title-terms';
import * as titles from './contracts/titles';
import * as uploads from './contracts/uploads';
import type { Contract } from './contract';
import { statusOf } from './problem';

/** Every declared call; a test compares them with the routes under app/api. */
export function allContracts(): readonly Contract[] {
  const subjects = [adminHolds, adminLoans, adminMembers, adminTitles, auth, health, lending, licences, looks, maintenance, me, members, notices, outages, policy, reading, stats, titleTerms, titles, uploads];
  return subjects.flatMap((subject) => Object.values(subject) as unknown[]).filter(isContract);
}

/** OpenAPI 3.1, made from the declarations that the routes themselves validate by. */
export function openApiDocument(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const call of allContracts()) paths[call.path] = { ...paths[call.path], [call.method.toLowerCase()]: operation(call) };
  return {
    openapi: '3.1.0',
    info: { title: 'Pinjam', version, description: 'A digital lending library. Errors are RFC 9457 problem+json with a stable code.' },
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'next-auth.session-token' } },
      schemas: { Problem: problemSchema },
    },
  };
}

function operation(call: Contract): object {
  const answers = Object.entries(call.answers).map(([status, schema]) => [status, { description: 'Done', ...(schema === null ? {} : { content: { 'application/json': { schema: jsonSchema(schema, 'output') } } }) }]);
  return {
    summary: call.summary,
    ...(call.who === 'anyone' ? {} : { security: [{ session: [] }] }),
    'x-who': call.who,
    parameters: [...parameters(call.params, 'path'), ...parameters(call.query, 'query'), ...(call.method === 'GET' || call.keyed === 'never' ? [] : [idempotencyKey])],
    ...(call.body === undefined ? {} : { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(call.body, 'input') } } } }),
    responses: { ...Object.fromEntries(answers), ...refusals(call) },
  };
}

const idempotencyKey = {
  name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', minLength: 1, maxLength: 200 },
  description: 'A repeated call with the same key gets the same answer for 24 hours; with another request 422, while the first is in flight 409',
};

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query'): object[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as { properties?: Record<string, object>; required?: string[] };
  return Object.entries(properties).map(([name, property]) => ({ name, in: place, required: place === 'path' || required.includes(name), schema: property }));
}

function refusals(call: Contract): Record<string, object> {
  const byStatus: Record<string, string[]> = {};
  for (const code of call.refusals ?? []) (byStatus[statusOf[code]] ??= []).push(code);
  const entries = Object.entries(byStatus).filter(([status]) => !(status in call.answers));
  return Object.fromEntries(entries.map(([status, codes]) => [status, { description: codes.join(', '), content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }]));
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
  return rest;
}

function isContract(thing: unknown): thing is Contract {
  return typeof thing === 'object' && thing !== null && 'method' in thing && 'path' in thing && 'answers' in thing;
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: { type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' }, code: { type: 'string' } },
  additionalProperties: true,
};
