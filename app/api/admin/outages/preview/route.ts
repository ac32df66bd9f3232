import { previewOutageCall } from '@/lib/http/contracts/outages';
import { answer, route } from '@/lib/http/route';
import { outageRefusalView } from '@/lib/http/views/outages';
import { previewOutage } from '@/lib/operations/lending/preview-outage';

export const GET = route(previewOutageCall, async ({ query, locale }) => {
  const preview = await previewOutage({ from: new Date(query.from), until: new Date(query.until) });
  return preview.ok ? answer(200, preview.value) : outageRefusalView(preview.refusal, locale);
});
