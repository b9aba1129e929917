import { UsageError } from './usageError.ts';

/** What cannot be read or planned as an error of usage, each line with what it is about. */
export function asUsage<T>(about: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError) && (error as Error).name !== 'ExperimentError') throw error;
    throw new UsageError(
      (error as Error).message
        .split('\n')
        .map((line) => `${about}${line}`)
        .join('\n'),
    );
  }
}
