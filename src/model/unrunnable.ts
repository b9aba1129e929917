/**
 * What a scenario asks cannot be run, which shows only while it is run: a formula gives a client a price below 0, say, or
 * nobody is left to come. Whoever wrote the scenario can mend it, and the message says how.
 */
export class UnrunnableError extends RangeError {
  override name = 'UnrunnableError';
}
