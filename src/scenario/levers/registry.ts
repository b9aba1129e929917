import { choiceLever } from './choice.ts';
import type { LeverKind } from './kind.ts';
import { mixLever } from './mix.ts';
import { numberLever } from './number.ts';
import { splitLever } from './split.ts';

/** All kinds of lever, by the word that files use. */
export const leverKinds = {
  number: numberLever,
  split: splitLever,
  mix: mixLever,
  choice: choiceLever,
} as const satisfies Record<string, LeverKind>;
