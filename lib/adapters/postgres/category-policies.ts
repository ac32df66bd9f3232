import { categoryFields, type CategoryPolicy } from '@/lib/domain/lending/policy';
import { pool } from './pool';
import type { Tx } from './transaction';

const columns = categoryFields.map((field) => `"${field}"`).join(', ');

/** What is said for members of each category, by name. */
export async function categoryPolicies(on?: Tx): Promise<readonly CategoryPolicy[]> {
  const { rows } = await (on ?? pool()).query<CategoryPolicy>(`SELECT "category", ${columns} FROM "CategoryPolicy" ORDER BY "category"`);
  return rows;
}

export async function keepCategoryPolicy(tx: Tx, said: CategoryPolicy): Promise<void> {
  const values = categoryFields.map((field) => said[field]);
  await tx.query(
    `INSERT INTO "CategoryPolicy" ("category", ${columns}, "changedAt") VALUES ($1, ${values.map((_, at) => `$${at + 2}`).join(', ')}, lending_now())
     ON CONFLICT ("category") DO UPDATE SET ${categoryFields.map((field) => `"${field}" = excluded."${field}"`).join(', ')}, "changedAt" = excluded."changedAt"`,
    [said.category, ...values],
  );
}

export async function deleteCategoryPolicy(tx: Tx, category: string): Promise<boolean> {
  return (await tx.query('DELETE FROM "CategoryPolicy" WHERE "category" = $1', [category])).rowCount === 1;
}
