import { totalmem } from 'node:os';
import type { Memory } from '../simulation/index.ts';

/** The memory of this machine, or less where its system or container allows this process less. */
export function memoryHere(): Memory {
  const allowed = process.constrainedMemory?.() ?? 0;
  const bytes = allowed > 0 ? Math.min(totalmem(), allowed) : totalmem();
  return { bytes, words: 'this machine has' };
}
