import { parameter, section, share } from '../../scenario/kit/index.ts';

const gone = 'assumed: off unless stated; 0 is in the range';

/** Relations between the commissioner and providers (document 003, M30 and M31). */
export const relationsSchema = section(
  {
    growth: share({
      doc: 'Part of what is missing to full trust that a kept promise adds at a review: a reported figure at or above its aim, or evidence that calls for no end of the contract.',
      default: 0,
      source: gone,
      range: [0, 0.5],
    }),
    loss: share({
      doc: 'Part of trust that a broken promise takes at a review.',
      default: 0,
      source: gone,
      range: [0, 0.8],
    }),
    found: parameter({
      doc: 'How trust falls with false records that audits find: trust × exp(−it × found / attached clients).',
      min: 0,
      default: 0,
      source: gone,
      range: [0, 20],
    }),
    turnover: share({
      doc: 'Chance that the commissioner leaves.',
      unit: 'per week',
      default: 0,
      source: gone,
      range: [0, 0.02],
    }),
    reset: share({
      doc: 'Part of trust in all offices that goes with a commissioner who leaves.',
      default: 1,
      source: 'document 003: a departure resets what rested on one knowledgeable commissioner',
      range: [0, 1],
    }),
    reviewCost: parameter({
      doc: 'What it costs to review one office without any trust; × (1 − trust). Multiplied by `scale`.',
      unit: 'money',
      min: 0,
      default: 0,
      source: 'assumed: not counted unless stated',
    }),
    contractCost: parameter({
      doc: 'What a new contract costs with an office without any trust; × (1 − trust). Multiplied by `scale`.',
      unit: 'money',
      min: 0,
      default: 0,
      source: 'assumed: not counted unless stated',
    }),
    scrutiny: share({
      doc: 'How far full trust lowers the share of records that audits look at; what is hidden stays hidden.',
      default: 0,
      source: gone,
      range: [0, 1],
    }),
    entry: parameter({
      doc: 'How much better a rival must be in a tender where the incumbent is fully trusted, in standard deviations.',
      min: 0,
      default: 0,
      source: gone,
      range: [0, 2],
    }),
    knowledge: share({
      doc: 'Part of the weight of the provider’s own account that needs trust to reach the commissioner.',
      default: 0,
      source: gone,
      range: [0, 1],
    }),
  },
  {
    doc: 'Trust of the commissioner in each office, and what it does: it saves costs and brings knowledge, spares scrutiny and keeps newcomers out.',
  },
);
