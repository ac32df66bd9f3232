import { z } from 'zod';
import { contract } from '../contract';

const health = z.object({
  status: z.enum(['ok', 'down']),
  database: z.enum(['ok', 'down']),
  storage: z.enum(['ok', 'down']),
  cron: z.enum(['ok', 'missed', 'unknown']),
  backup: z.object({ madeAt: z.iso.datetime(), ageHours: z.int() }).nullable(),
  invariants: z.object({ status: z.enum(['kept', 'violated', 'unknown']), checkedAt: z.iso.datetime().nullable(), everythingCheckedAt: z.iso.datetime().nullable(), violations: z.int() }),
  version: z.string(),
});

export const healthCall = contract({ method: 'GET', path: '/api/health', summary: 'Is all well? Database, storage and the clockwork', who: 'anyone', answers: { 200: health, 503: health } });
export const liveCall = contract({ method: 'GET', path: '/api/health/live', summary: 'Answers as soon as the process does; touches nothing', who: 'anyone', answers: { 200: z.object({ status: z.literal('ok') }) } });
export const openApiCall = contract({ method: 'GET', path: '/api/openapi.json', summary: 'This document', who: 'anyone', answers: { 200: z.object({}).loose() } });
export const metricsCall = contract({ method: 'GET', path: '/api/metrics', summary: 'Prometheus text; bearer token METRICS_TOKEN, or loopback without a proxy', who: 'anyone', answers: { 200: null }, refusals: ['not-logged-in'] });
