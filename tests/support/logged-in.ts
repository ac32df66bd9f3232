import { aVisitor, type Visitor } from './page';

/** A window in which somebody is logged in; by default one of the demonstration's people. */
export async function aVisitBy(identifier: string, { password = 'pinjam-demo', ...shape }: { password?: string } & Parameters<typeof aVisitor>[0] = {}): Promise<Visitor> {
  const visitor = await aVisitor(shape);
  const { request } = visitor.context;
  const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  const answer = await request.post('/api/auth/callback/credentials', { form: { csrfToken, identifier, password, json: 'true' } });
  if (answer.status() !== 200) throw new Error(`log-in answered ${answer.status()}`);
  return visitor;
}
