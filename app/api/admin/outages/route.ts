import { staffActOf } from '@/lib/http/act';
import { declareOutageCall, listOutagesCall } from '@/lib/http/contracts/outages';
import { answer, route } from '@/lib/http/route';
import { outageRefusalView } from '@/lib/http/views/outages';
import { declareOutage } from '@/lib/operations/lending/declare-outage';
import { listOutages } from '@/lib/operations/lending/list-outages';

export const GET = route(listOutagesCall, async () => answer(200, { items: await listOutages(), nextCursor: null }));

export const POST = route(declareOutageCall, async (call) => {
  const { from, until, reason } = call.body;
  const declared = await declareOutage({ from: new Date(from), until: new Date(until), reason }, staffActOf(call));
  return declared.ok ? answer(201, declared.value) : outageRefusalView(declared.refusal, call.locale);
});
