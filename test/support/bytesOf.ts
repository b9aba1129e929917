import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder with a hash of its bytes, to compare two folders; names in `except` are left out. */
export function bytesOf(folder: string, except: readonly string[] = []): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    const path = join(folder, name);
    if (statSync(path).isFile() && !except.includes(name)) {
      found[name] = createHash('sha256').update(readFileSync(path)).digest('hex');
    }
  }
  return found;
}
