import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium as playwright, type Browser } from 'playwright-core';
import { extract } from 'tar-stream';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
const packed = 'node_modules/@sparticuz/chromium/bin';
const unpacked = join(process.cwd(), 'node_modules/.cache/pinjam-chromium');

/** A real Chromium: the machine's own, or the one from npm, which brings what a bare machine lacks. Safety stays switched on. */
export async function launchChromium(): Promise<Browser> {
  const own = [process.env['CHROMIUM_PATH'] ?? '', ...installed].find((path) => path !== '' && existsSync(path));
  const { executablePath, env } = own === undefined ? await fromNpm() : { executablePath: own, env: {} };
  return playwright.launch({
    executablePath,
    // the npm build knows only what its own list of flags says; theirs that switch safety off stay out
    args: ['--no-sandbox', '--font-render-hinting=none', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-dev-shm-usage'],
    env: { ...(process.env as Record<string, string>), ...env },
  });
}

async function fromNpm(): Promise<{ executablePath: string; env: Record<string, string> }> {
  if (!existsSync(unpacked)) await unpack();
  const libraries = hasLibrary('libnss3') ? [] : [join(unpacked, 'al2023/lib')];
  const env: Record<string, string> = {};
  if (libraries.length > 0) env['LD_LIBRARY_PATH'] = [...libraries, process.env['LD_LIBRARY_PATH'] ?? ''].filter((path) => path !== '').join(':');
  if (!existsSync('/etc/fonts/fonts.conf')) env['FONTCONFIG_PATH'] = join(unpacked, 'fonts');
  return { executablePath: join(unpacked, 'chromium'), env };
}

/** Beside and then into place: two test runs may do this at once. */
async function unpack(): Promise<void> {
  const folder = `${unpacked}-${process.pid}`;
  mkdirSync(folder, { recursive: true });
  await pipeline(createReadStream(join(packed, 'chromium.br')), createBrotliDecompress(), createWriteStream(join(folder, 'chromium'), { mode: 0o755 }));
  await untar('swiftshader', folder);
  await untar('fonts', join(folder, 'fonts'));
  await untar('al2023', join(folder, 'al2023'));
  writeFileSync(join(folder, 'fonts/fonts.conf'), `<?xml version="1.0"?><fontconfig><dir>${join(unpacked, 'fonts')}</dir><cachedir>${join(unpacked, 'fonts-cache')}</cachedir></fontconfig>`);
  try {
    renameSync(folder, unpacked);
  } catch {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function untar(name: string, folder: string): Promise<void> {
  const entries = extract();
  entries.on('entry', (header, content, next) => {
    const path = join(folder, header.name);
    content.on('end', next);
    if (header.type !== 'file') return void content.resume();
    mkdirSync(dirname(path), { recursive: true });
    content.pipe(createWriteStream(path, { mode: header.mode ?? 0o644 }));
  });
  await pipeline(createReadStream(join(packed, `${name}.tar.br`)), createBrotliDecompress(), entries);
}

function hasLibrary(name: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'PATH=$PATH:/sbin:/usr/sbin ldconfig -p'], { encoding: 'utf8' }).stdout.includes(name);
}
