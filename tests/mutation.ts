import { readdirSync } from 'node:fs';
import { join } from 'node:path';

// The tests of the rules as one file: what each mutant costs is the loading of modules, and here each is loaded once.
// The simulated months touch every rule and hold one of them.
const folders = ['lending', 'messages'].map((name) => join(import.meta.dirname, 'unit', name));
const files = folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.test.ts') && !name.startsWith('wait-simulation')).map((name) => join(folder, name)));

for (const file of files.sort()) await import(file);
