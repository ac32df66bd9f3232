import { listDevicesCall } from '@/lib/http/contracts/me';
import { answer, route } from '@/lib/http/route';
import { listDevices } from '@/lib/operations/members/list-devices';

export const GET = route(listDevicesCall, async ({ caller }) => answer(200, { items: await listDevices(caller), nextCursor: null }));
