/** A results folder cannot be used as asked: the user can mend it. The message says what and how. */
export class ResultsFolderError extends Error {
  override name = 'ResultsFolderError';
}
