// jest's own loader knows neither our path names nor ESM TypeScript here; tsx knows both.
import { register } from 'tsx/esm/api';

export default async function setUp() {
  const unregister = register();
  const { setUpServices } = await import('./global-setup.ts');
  await setUpServices();
  await unregister();
}
