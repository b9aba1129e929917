/** The command line or a file named on it cannot be used as it is. Shown as its message alone; exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
