import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** How the mail server behaves at the moment. */
export type Mood =
  | 'takes'
  | 'refuses-the-address'
  | 'is-too-busy'
  | 'drops-before-the-end'
  /** Says nothing after the connection stands. */
  | 'stalls'
  /** Greets without end, a line at a time. */
  | 'dribbles';

export type ReceivedMail = { readonly to: string; readonly raw: string };

export type MailServer = { readonly url: string; readonly received: ReceivedMail[]; mood: Mood; connections: number; close(): Promise<void> };

/** A real SMTP server that can refuse, stall and drop. */
export async function startMailServer(): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const smtp = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], disableReverseLookup: true,
    onRcptTo: (_, __, answer) => {
      if (server.mood === 'refuses-the-address') return answer(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
      if (server.mood === 'is-too-busy') return answer(Object.assign(new Error('try again'), { responseCode: 451 }));
      return answer();
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      if (server.mood === 'drops-before-the-end') {
        for (const socket of sockets) socket.destroy();
        return stream.resume();
      }
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        server.received.push({ to, raw: Buffer.concat(parts).toString('utf8') });
        done();
      });
    },
  });
  smtp.on('error', () => undefined);
  const front = createServer((socket) => {
    server.connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    // a stalled client is left hanging: it must give up by itself
    if (server.mood === 'dribbles') return dribble(socket);
    if (server.mood !== 'stalls') smtp.server.emit('connection', socket);
  });
  front.listen(0, '127.0.0.1');
  await once(front, 'listening');
  const server: MailServer = {
    url: `smtp://127.0.0.1:${(front.address() as AddressInfo).port}`,
    received: [],
    mood: 'takes',
    connections: 0,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => front.close(resolve));
    },
  };
  return server;
}

function dribble(socket: Socket): void {
  const line = setInterval(() => socket.write('220-one moment\r\n'), 100);
  socket.on('close', () => clearInterval(line));
}

/** The decoded plain-text part of a received mail. */
export function plainTextOf({ raw }: ReceivedMail): string {
  const part = /Content-Type: text\/plain[^]*?\r\n\r\n([^]*?)\r\n--/.exec(raw)?.[0] ?? '';
  const [head = '', body = ''] = part.split(/\r\n\r\n([^]*)/);
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  return body.replace(/=\r\n/g, '').replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'));
}
