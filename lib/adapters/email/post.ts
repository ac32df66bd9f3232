import { once } from 'node:events';
import { Socket } from 'node:net';
import { createTransport } from 'nodemailer';
// createTransport drops every option beside `url`; the transport itself keeps them
import SmtpTransport from 'nodemailer/lib/smtp-transport/index.js';
import { environment, publicUrl } from '@/lib/config/environment';
import type { Delivery } from '@/lib/domain/messages/delivery';

export type Mail = {
  /** Becomes the Message-ID, so that a mailbox that gets it twice after a crash can tell. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

const silenceMs = 8000;

/** Hands one e-mail to the mail server of SMTP_URL over a connection of its own; all of it within `withinMs`, or it was not sent. */
export async function post(mail: Mail, withinMs: number): Promise<Delivery> {
  const url = environment().SMTP_URL;
  if (url === undefined) return { sent: false, error: 'no SMTP_URL', isFinal: false, isServerAway: true };
  // Our own socket, so that a server which dribbles for ever is cut off, and cannot take what we have given up.
  const socket = new Socket({ signal: AbortSignal.timeout(withinMs) });
  socket.on('error', () => undefined);
  try {
    await connect(socket, new URL(url));
    const { host } = new URL(publicUrl());
    const transport = new SmtpTransport({ url, connection: socket, greetingTimeout: silenceMs, socketTimeout: silenceMs, disableFileAccess: true, disableUrlAccess: true });
    const { id, ...words } = mail;
    const from = environment().MAIL_FROM ?? `Pinjam <pinjam@${host.replace(/:\d+$/, '')}>`;
    await createTransport(transport).sendMail({ ...words, from, messageId: `<${id}@${host}>`, headers: { 'Auto-Submitted': 'auto-generated' } });
    return { sent: true };
  } catch (error) {
    return failure(error);
  } finally {
    setTimeout(() => socket.destroy(), 1000).unref();
  }
}

async function connect(socket: Socket, { hostname, port, protocol }: URL): Promise<void> {
  const usual = protocol === 'smtps:' ? 465 : 587;
  socket.connect({ host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? usual : Number(port) });
  await once(socket, 'connect', { signal: AbortSignal.timeout(silenceMs) });
}

/** A code and a number: what servers say may quote the address. */
function failure(error: unknown): Delivery {
  const { code = 'unknown', responseCode, command } = error as { code?: string; responseCode?: number; command?: string };
  const isAboutThisMail = code === 'EMESSAGE' || (code === 'EENVELOPE' && command !== 'MAIL FROM');
  return {
    sent: false,
    error: responseCode === undefined ? code : `${code} ${responseCode}`,
    isFinal: isAboutThisMail && responseCode !== undefined && responseCode >= 500,
    isServerAway: !isAboutThisMail,
  };
}
