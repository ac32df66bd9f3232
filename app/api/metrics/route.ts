import { metricsText } from '@/lib/http/metrics';
import { mayReadMetrics } from '@/lib/http/metrics-access';
import { problem } from '@/lib/http/problem';
import { defaultLocale } from '@/lib/i18n/locale';
import { countForMetrics } from '@/lib/operations/health/count-for-metrics';

export async function GET(request: Request): Promise<Response> {
  if (!mayReadMetrics(request.headers)) return problem({ code: 'not-logged-in' }, defaultLocale);
  return new Response(metricsText(await countForMetrics()), { headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' } });
}
