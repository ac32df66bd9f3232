import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client';
import { thePool } from './pool';

declare global {
  var pinjamPrisma: PrismaClient | undefined;
}

/** Prisma on the shared pool, for everything that is not the lending hot path. */
export function prisma(): PrismaClient {
  globalThis.pinjamPrisma ??= new PrismaClient({ adapter: new PrismaPg(thePool()) });
  return globalThis.pinjamPrisma;
}

/** For scripts and tests that open another pool afterwards. */
export async function closePrisma(): Promise<void> {
  const open = globalThis.pinjamPrisma;
  globalThis.pinjamPrisma = undefined;
  await open?.$disconnect();
}
