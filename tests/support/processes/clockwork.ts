// A server process without the server: Next.js calls register() the same way. Says when it is through, and lives until it is killed.
import { register } from '@/instrumentation';

process.env['NEXT_RUNTIME'] = 'nodejs';
setInterval(() => undefined, 60_000);
void register().then(() => process.send?.('registered'));
