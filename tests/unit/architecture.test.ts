import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from '@jest/globals';

/** The import table of the architecture: who may import whom, folder by folder. */
const rules: readonly { readonly folder: RegExp; readonly may: readonly RegExp[]; readonly mayNot?: readonly RegExp[] }[] = [
  { folder: /^lib\/domain\//, may: [/^lib\/domain\//] },
  { folder: /^lib\/adapters\//, may: [/^lib\/(domain|config|adapters)\//, /^lib\/log$/, /^package:/, /^node:/], mayNot: [/^package:(next|react|next-auth|next-intl)(\/|$)/] },
  { folder: /^lib\/operations\//, may: [/^lib\/(domain|adapters|operations|i18n|config)\//, /^lib\/log$/, /^package:/, /^node:/], mayNot: [/^package:(next|react|next-auth|@prisma\/.*|prisma)(\/|$)/, /^lib\/adapters\/postgres\/generated/] },
  { folder: /^lib\/http\//, may: [/^lib\/(domain|operations|config|i18n|http)\//, /^lib\/log$/, /^package:(zod|next|next-auth|next-intl|react|server-only|isbot|csv-stringify|@node-rs\/argon2)(\/|$)/, /^node:/] },
  { folder: /^lib\/cron\//, may: [/^lib\/(operations|config|cron)\//, /^lib\/log$/, /^package:node-cron$/] },
  { folder: /^lib\/i18n\//, may: [/^lib\/(i18n|config)\//, /^lib\/domain\//, /^package:(next-intl|next|react)(\/|$)/] },
  { folder: /^lib\/config\//, may: [/^lib\/config\//, /^package\.json$/, /^package:(zod|node-cron)$/] },
  { folder: /^lib\/log\.ts$/, may: [/^package:pino$/] },
  { folder: /^app\//, may: [/^lib\/(operations|http|domain|i18n|config)\//, /^lib\/log$/, /^app\//, /^package:/, /^node:/], mayNot: [/^package:(@prisma\/.*|pg|@aws-sdk\/.*)(\/|$)/] },
];

const forbiddenNames = /(Service|Manager|Helper|Util|Utils|Common|Misc|Handler|Impl)$/;
// what several verbs share and no one calls from outside
const sharedParts = new Set(['lib/operations/act.ts', 'lib/operations/lending/lending-reports.ts', 'lib/operations/catalogue/inspected-upload.ts', 'lib/operations/catalogue/part-addresses.ts']);
const mayReadEnvironment = /^(lib\/config\/environment\.ts|scripts\/.*|tests\/.*|bench\/.*|instrumentation\.ts|[^/]+\.config\.\w+)$/;

type Source = { readonly path: string; readonly text: string };
type Import = { readonly from: string; readonly to: string; readonly isType: boolean };

const sources: readonly Source[] = ['lib', 'app', 'scripts', 'tests', 'bench'].flatMap(filesIn).map((path) => ({ path, text: readFileSync(path, 'utf8') }));

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return path === 'lib/adapters/postgres/generated' ? [] : filesIn(path);
      return /\.(ts|tsx|mjs)$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
    });
  } catch {
    return [];
  }
}

function importsOf({ path, text }: Source): Import[] {
  const found = [...text.matchAll(/^(?:import|export)\s+(type\s)?[^'"`;]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm)];
  return found.map(([, type, from, bare, dynamic]) => ({ from: path, to: place(path, from ?? bare ?? dynamic ?? ''), isType: type !== undefined }));
}

/** A path inside the house, or package:name. */
function place(path: string, target: string): string {
  if (target.startsWith('@/')) return target.slice(2);
  if (target.startsWith('.')) return normalize(join(dirname(path), target));
  return target.startsWith('node:') ? target : `package:${target}`;
}

/** Why an import must not be, or null. */
function objection({ from, to, isType }: Import, isClient: boolean): string | null {
  const rule = rules.find(({ folder }) => folder.test(from));
  if (rule === undefined || to.endsWith('.css')) return null;
  if (isType && /^lib\/domain\//.test(to)) return null;
  const isAllowed = rule.may.some((pattern) => pattern.test(to)) && !(rule.mayNot ?? []).some((pattern) => pattern.test(to));
  if (!isAllowed) return `${from} imports ${to}`;
  const isIsland = isClient && /^app\//.test(from);
  return isIsland && !isType && /^lib\//.test(to) && !/^lib\/(domain|i18n|http\/schemas)\//.test(to) ? `${from} is a client file and imports ${to}` : null;
}

function isClient({ text }: Source): boolean {
  return /^\s*['"]use client['"]/.test(text);
}

describe('the house', () => {
  test('is imported as the table says', () => {
    const objections = sources.flatMap((source) => importsOf(source).map((found) => objection(found, isClient(source)))).filter((text) => text !== null);
    expect(objections).toEqual([]);
    // a reader of imports that finds none would be content with everything
    expect(sources.flatMap(importsOf).length).toBeGreaterThan(500);
  });

  test('the rules themselves catch what they forbid', () => {
    const at = (from: string, to: string) => objection({ from, to, isType: false }, false);
    expect(at('lib/domain/time.ts', 'node:fs')).not.toBeNull();
    expect(at('lib/domain/time.ts', 'package:zod')).not.toBeNull();
    expect(at('lib/operations/lending/borrow-title.ts', 'package:next/headers')).not.toBeNull();
    expect(at('lib/operations/lending/borrow-title.ts', 'lib/http/route')).not.toBeNull();
    expect(at('lib/http/route.ts', 'lib/adapters/postgres/pool')).not.toBeNull();
    expect(at('app/api/loans/route.ts', 'lib/adapters/postgres/pool')).not.toBeNull();
    expect(at('app/api/loans/route.ts', 'lib/cron/start')).not.toBeNull();
    expect(objection({ from: 'app/x.tsx', to: 'lib/operations/lending/borrow-title', isType: false }, true)).not.toBeNull();
  });

  test('reads the environment through one door', () => {
    expect(sources.filter(({ path, text }) => !mayReadEnvironment.test(path) && /process\.env\b/.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''))).map(({ path }) => path)).toEqual([]);
  });

  test('names what things are, not which pattern they follow', () => {
    const camel = (path: string) => (path.split('/').at(-1) ?? '').replace(/\.\w+$/, '').split('-').map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
    const badFiles = sources.filter(({ path }) => forbiddenNames.test(camel(path))).map(({ path }) => path);
    const badClasses = sources.flatMap(({ path, text }) => [...text.matchAll(/^export (?:abstract )?(?:class|interface|type) (\w+)/gm)].filter(([, name = '']) => forbiddenNames.test(name)).map(([, name]) => `${path}: ${name}`));
    expect([...badFiles, ...badClasses]).toEqual([]);
  });

  test('has no barrels', () => {
    expect(sources.filter(({ path }) => /(^|\/)index\.tsx?$/.test(path)).map(({ path }) => path)).toEqual([]);
  });

  test('an operation’s file is named like the function it exports', () => {
    const wrong = sources
      .filter(({ path, text }) => path.startsWith('lib/operations/') && !sharedParts.has(path) && /export (?:async )?function/.test(text))
      .filter(({ path, text }) => {
        const name = (path.split('/').at(-1) ?? '').replace('.ts', '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
        return !new RegExp(`export (?:async )?function\\*? ?${name}\\b`).test(text);
      })
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  test('another time than the clock’s is handed in by tests and the demonstration only', () => {
    const handsIn = sources.filter(({ path, text }) => /^(app|lib\/(http|cron|operations))\//.test(path) && /changeCirculation\([^;]*\bat:\s*(?!undefined)new Date/.test(text));
    expect(handsIn.map(({ path }) => path)).toEqual([]);
  });
});

describe('files stay small', () => {
  const lengths = sources
    .filter(({ path }) => /^(lib|app|scripts)\//.test(path))
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .sort((a, b) => a.lines - b.lines);
  const at = (share: number) => lengths[Math.floor(lengths.length * share)]?.lines ?? 0;

  test('none above 350 lines', () => {
    expect(lengths.filter(({ lines }) => lines > 350)).toEqual([]);
  });

  test('half of them under 70, nine of ten under 200', () => {
    expect(at(0.5)).toBeLessThan(70);
    expect(at(0.9)).toBeLessThan(200);
  });
});
