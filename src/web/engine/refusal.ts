import { ExperimentError } from '../../experiment/members.ts';
import { ScenarioError } from '../../scenario/index.ts';
import type { Refused } from './protocol.ts';

/** What the user can mend comes back as an answer; anything else is a fault of the program and thrown on. */
export function refusalOf(error: unknown): Refused {
  if (error instanceof ScenarioError) return { problems: error.problems, text: error.message };
  // Workers hand errors on by their names.
  if (error instanceof ExperimentError || (error instanceof Error && error.name === 'UnrunnableError'))
    return { problems: [], text: error.message };
  throw error;
}

/** What `make` gives, or why the user's file or settings do not let it. */
export function orRefusal<Made>(make: () => Made): Made | Refused {
  try {
    return make();
  } catch (error) {
    return refusalOf(error);
  }
}
