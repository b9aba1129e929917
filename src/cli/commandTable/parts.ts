/** What several commands take. */

export const scenarioFile = {
  name: 'file',
  describe: 'A scenario file, a name from `streetlevel list`, or - for standard input',
};

export const readingOptions = ['set', 'seed', 'replicates', 'scale', 'allowPath'] as const;

/** Where and how replicates are run. */
export const runningOptions = ['threads', 'on', 'slurmOptions', 'chunk', 'tries'] as const;

export const studyOptions = [
  'out',
  'seed',
  'replicates',
  ...runningOptions,
  'scale',
  'set',
  'reference',
  'resume',
  'force',
  'allowPath',
  'quiet',
  'json',
] as const;
