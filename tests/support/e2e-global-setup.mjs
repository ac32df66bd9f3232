// jest's own loader knows neither our path names nor ESM TypeScript here; tsx knows both.
import { register } from 'tsx/esm/api';

export default async function setUp() {
  const unregister = register();
  const { openLibrary } = await import('./e2e-global-setup.ts');
  await openLibrary();
  await unregister();
}
