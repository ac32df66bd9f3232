import { pool } from './pool';

/** For the health page: does the database answer within `patienceMs`? */
export async function isDatabaseReachable(patienceMs = 3000): Promise<boolean> {
  const answered = pool().query('SELECT 1').then(
    () => true,
    () => false,
  );
  return Promise.race([answered, new Promise<false>((resolve) => setTimeout(() => resolve(false), patienceMs).unref())]);
}
