import type { z } from 'zod';
import { publicUrl } from '@/lib/config/environment';
import type { Caller } from '@/lib/domain/members/caller';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';
import { actOf } from '@/lib/http/act';
import { refusalOfError } from '@/lib/http/errors';
import { readForm } from '@/lib/http/form';
import { isOwnOrigin } from '@/lib/http/origin';
import { ownPath } from '@/lib/http/own-path';
import { actForm } from '@/lib/http/schemas/act-form';
import { suspensionBody } from '@/lib/http/schemas/suspension';
import { callerOf } from '@/lib/http/session';
import { borrowTitle } from '@/lib/operations/lending/borrow-title';
import { cancelHold } from '@/lib/operations/lending/cancel-hold';
import { saveTitle } from '@/lib/operations/catalogue/save-title';
import { unsaveTitle } from '@/lib/operations/catalogue/unsave-title';
import { placeHold } from '@/lib/operations/lending/place-hold';
import { passOffer } from '@/lib/operations/lending/pass-offer';
import { renewLoan } from '@/lib/operations/lending/renew-loan';
import { resumeHold } from '@/lib/operations/lending/resume-hold';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { suspendHold } from '@/lib/operations/lending/suspend-hold';

/** The buttons of title page and shelf without JavaScript: does the act and goes back to the page, which tells a refusal. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request, publicUrl())) return new Response(null, { status: 403 });
  const fields = await readForm(request);
  const form = actForm.safeParse(fields.ok ? fields.value : {});
  if (!form.success) return seeOther('/');
  const back = ownPath(form.data.back);
  try {
    const caller = await callerOf(request);
    if (caller === null) return seeOther(`/login?next=${encodeURIComponent(back)}`);
    const outcome = await perform(form.data, caller);
    return seeOther(outcome.ok ? back : refusedAt(back, outcome.refusal.code));
  } catch (error) {
    const refusal = refusalOfError(error);
    if (refusal === null) throw error;
    return seeOther(refusedAt(back, refusal.code));
  }
}

async function perform({ act, id, until }: z.infer<typeof actForm>, caller: Caller): Promise<Outcome<unknown>> {
  const by = actOf({ caller, idempotencyKey: undefined });
  switch (act) {
    case 'borrow':
      return borrowTitle(id, caller.memberId, by);
    case 'queue':
      return placeHold(id, caller.memberId, by);
    case 'leave-queue':
      return cancelHold(id, caller.memberId, by);
    case 'pass':
      return passOffer(id, caller.memberId, by);
    case 'suspend': {
      const given = suspensionBody.safeParse({ until: until === '' ? null : until });
      return given.success ? suspendHold(id, caller.memberId, given.data.until, by) : refuse({ code: 'bad-request', errors: [] });
    }
    case 'resume':
      return resumeHold(id, caller.memberId, by);
    case 'renew':
      return renewLoan(id, caller.memberId, by);
    case 'return':
      return returnLoan(id, caller.memberId, by);
    case 'save':
      return saveTitle(id, caller.memberId);
    case 'unsave':
      return granted(await unsaveTitle(id, caller.memberId));
    default:
      return refuse(act satisfies never);
  }
}

function refusedAt(back: string, code: string): string {
  const [path = '/', query = ''] = back.split('?');
  const asked = new URLSearchParams(query);
  asked.set('refused', code);
  return `${path}?${asked}`;
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}
