import type { Mail } from '@/lib/adapters/email/post';
import type { ClaimedMail } from '@/lib/adapters/postgres/outbox';
import { publicUrl } from '@/lib/config/environment';
import { placeOf } from '@/lib/domain/messages/place';
import { defaultLocale, isLocale } from '@/lib/i18n/locale';
import { mailFrame, noticeText } from '@/lib/i18n/notice-text';
import { resetLink } from '../members/reset-link';
import { verificationLink } from '../members/verification-link';

/** An e-mail in the member's language, as plain text and as simple HTML, with one link to where they can act. */
export function writeMail(mail: ClaimedMail): Mail {
  const locale = isLocale(mail.locale) ? mail.locale : defaultLocale;
  const { subject, body, action } = noticeText(mail, locale);
  const { greeting, why } = mailFrame(locale, { name: mail.memberName, accountUrl: `${publicUrl()}/account` });
  const link = linkOf(mail);
  // A member asked for the reset link just now; a notice comes unasked and says how to stop it.
  const footer = mail.kind === 'password-reset' || mail.kind === 'verify-email' ? '' : why;
  return {
    id: mail.id,
    to: mail.address,
    subject,
    text: [greeting, body, `${action}: ${link}`, footer].filter((part) => part !== '').join('\n\n').concat('\n'),
    html: page(locale, [
      `<p>${escaped(greeting)}</p>`,
      `<p>${escaped(body)}</p>`,
      `<p><a href="${escaped(link)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#1f5c3d;color:#ffffff;text-decoration:none">${escaped(action)}</a></p>`,
      `<p style="color:#5a5a52;font-size:14px">${escaped(link)}</p>`,
      footer === '' ? '' : `<p style="color:#5a5a52;font-size:14px">${escaped(footer)}</p>`,
    ]),
  };
}

function linkOf(mail: ClaimedMail): string {
  if (mail.kind === 'password-reset') return resetLink(mail.facts['resetId'] ?? '');
  if (mail.kind === 'verify-email') return verificationLink({ memberId: mail.memberId, validUntil: mail.until ?? new Date(0) }, mail.address);
  return `${publicUrl()}${placeOf(mail)}`;
}

function page(locale: string, paragraphs: readonly string[]): string {
  return `<!doctype html><html lang="${locale}"><body style="margin:0;padding:24px;background:#faf7f0;color:#20201c;font:16px/1.5 system-ui,sans-serif"><div style="max-width:34em;margin:auto">${paragraphs.join('')}</div></body></html>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
