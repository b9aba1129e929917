/** What is mutated. */
export const mutatedFolders: readonly string[];
