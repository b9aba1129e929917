import type { z } from 'zod';
import { choice, namedMap, section, share, text } from '../../scenario/kit/index.ts';
import { budgetStates } from '../partnership/state.ts';

/** Areas by name: offices and agencies that answer for the same people together. */
export const areasSchema = namedMap(
  section(
    {
      title: text({ doc: 'Name in charts and reports.', default: '' }),
      capability: share({
        doc: 'Part of rewards for joint work that its partners see: their capability of performance management.',
        default: 1,
        source: 'assumed: seen in full; document 001 asks for a minimum of performance management',
        range: [0, 1],
      }),
      trust: share({
        doc: 'Trust of its partners in one another at the start, where it differs from `partnership.trust.start`.',
      }).optional(),
      trustIn: namedMap(share({ doc: 'Trust of the others in this partner at the start.' }), {
        doc: 'Trust in single partners at the start, by partner.',
        default: {},
      }),
      priority: namedMap(share({ doc: 'Effort that this partner gives here whatever is paid.' }), {
        doc: 'Local priority by partner, where it differs from the partner’s.',
        default: {},
      }),
      separate: share({
        doc: 'Coordination here while budgets are separate, where it differs from `partnership.coordination`.',
      }).optional(),
      aligned: share({ doc: 'The same while budgets are aligned.' }).optional(),
      budgets: choice([...budgetStates, 'free'], {
        doc: 'Budgets here, where they differ from `partnership.budgets`.',
      }).optional(),
    },
    { doc: 'An area: one or more offices that serve the same people and answer for them together.' },
  ),
  {
    doc: 'Areas by name. An office belongs to the area that it names; one that names none is an area of its own. An area without offices does not exist in a design.',
    default: {},
  },
);

export type AreasSection = z.infer<typeof areasSchema>;
