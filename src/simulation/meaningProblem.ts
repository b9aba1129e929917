/** A problem of meaning, found after the form of the file is right. */
export interface MeaningProblem {
  path: string[];
  message: string;
  found?: string;
  allowed?: string;
  nearest?: string;
}
