// npm run restore -- FILE: puts a backup into an empty DATA_DIR (or an empty database and bucket of one's own).
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readArchive } from '@/lib/adapters/backup/read-archive';
import { CannotStart } from '@/lib/config/cannot-start';
import { forgetEnvironment } from '@/lib/config/environment';
import { readLaunch } from '@/lib/config/launch';
import { runScript } from './launcher/attach';
import { openDataDir } from './launcher/data-dir';
import { openInstallation } from './launcher/installation';
import { takeLock } from './launcher/lock';
import { postgresService, serverEnvironment, storageService } from './launcher/services';

await runScript(async () => {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new CannotStart('Which file? npm run restore -- FILE');
  if (!existsSync(file)) throw new CannotStart(`There is no file ${resolve(file)}.`);
  const launch = readLaunch(process.env);
  const services = launch.isDatabaseEmbedded || launch.isStorageEmbedded ? await startServices(launch) : [];
  try {
    const { madeAt, objectCount } = await readArchive(file);
    return `Restored: the library of ${madeAt}, ${objectCount} files. Start it with npm start.`;
  } finally {
    for (const service of services) await service.stop();
  }
});

async function startServices(launch: ReturnType<typeof readLaunch>): Promise<{ stop(): Promise<void> }[]> {
  const dataDir = openDataDir(launch.variables.DATA_DIR);
  const lock = await takeLock(join(dataDir, 'launcher.lock'), 0);
  if (lock === null) throw new CannotStart(`A library runs on ${dataDir}: end it, or set DATA_DIR to an empty folder.`);
  const root = process.cwd();
  const installation = await openInstallation(dataDir, { host: launch.variables.HOST, port: launch.variables.PORT });
  Object.assign(process.env, serverEnvironment(launch, dataDir, installation));
  forgetEnvironment();
  const services: { stop(): Promise<void> }[] = [{ stop: () => Promise.resolve(lock.release()) }];
  if (launch.isDatabaseEmbedded) services.unshift(await postgresService(dataDir, installation)());
  if (launch.isStorageEmbedded) services.unshift(await storageService(root, launch, dataDir, installation)());
  return services;
}
