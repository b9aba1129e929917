import { kinds, namedMap } from '../kit/section.ts';
import { leverKinds } from './registry.ts';

const [first, ...others] = Object.values(leverKinds).map(({ schema }) => schema);

/** The levers of a file, by name. */
export const leversSchema = namedMap(
  kinds('kind', [first, ...others], {
    noun: 'lever',
    doc: 'One thing that people argue about, of kind number unless stated.',
  }),
  {
    doc: 'What the workshop page lets people move, design by design. Levers change no result: they say where a slider begins and ends, and why one may want it.',
  },
);
