import { staffActOf } from '@/lib/http/act';
import { changeCopiesCall } from '@/lib/http/contracts/admin-titles';
import { route } from '@/lib/http/route';
import { answerWithTitle } from '@/lib/http/staff-title-answer';
import { changeCopyCount } from '@/lib/operations/catalogue/change-copy-count';

export const PUT = route(changeCopiesCall, async (call) => answerWithTitle(await changeCopyCount(call.params.id, call.body, staffActOf(call))));
