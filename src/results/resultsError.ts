/** A results folder cannot be used as asked: the user can mend it. The message says what and how. */
export class ResultsFolderError extends Error {
  override name = 'ResultsFolderError';
}

/** The folder in which work was being written is there no more, or is another run's by now. */
export class FolderGoneError extends Error {
  override name = 'FolderGoneError';

  constructor(folder: string) {
    super(
      `${folder} was removed or replaced while the work in it went on, and with it what was done. Start again, and leave that folder alone until the results stand in their place`,
    );
  }
}
