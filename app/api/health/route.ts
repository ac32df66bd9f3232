import { checkHealth } from '@/lib/operations/health/check-health';

/** No session is looked up here: the answer must come with the database away too. */
export async function GET(): Promise<Response> {
  const health = await checkHealth();
  return Response.json(health, { status: health.status === 'ok' ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
