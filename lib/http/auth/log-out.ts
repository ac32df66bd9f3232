import { publicUrl } from '@/lib/config/environment';
import type { Locale } from '@/lib/i18n/locale';
import { readForm } from '../form';
import { problem } from '../problem';
import { withOwnCsrf } from './csrf';
import { responseTo } from './log-in';
import { askNextAuth } from './next-auth';
import { nextAddress } from './next-address';
import { authOptions } from './options';

/** Ends this device's session at once and takes its cookie away. */
export async function answerLogOut(request: Request, locale: Locale): Promise<Response> {
  const read = await readForm(request);
  if (!read.ok) return problem(read.refusal, locale);
  const asked = withOwnCsrf(request, read.value);
  const form = { ...asked.form, callbackUrl: nextAddress(read.value.callbackUrl, publicUrl()) };
  return responseTo(await askNextAuth(asked.request, { action: 'signout', form }, authOptions()));
}
