import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Rebuilds `dist` once before the tests that run it: Node 20 cannot load a worker written in TypeScript. */
export function setup(): void {
  execFileSync(process.execPath, [fileURLToPath(new URL('../build.mjs', import.meta.url))], {
    stdio: 'pipe',
  });
}
