import * as z from 'zod';
import { choice, entry, flag, namedMap, parameter } from '../../scenario/kit/index.ts';
import { unknownName, unknownNames } from '../incentives/nameProblems.ts';
import { figuresKept, scaledFigure, seenFigure } from './aims.ts';
import { aimWords, namedWords, whenHeld } from './inWords.ts';
import { figureReviewFields, type ReviewKind } from './review.ts';

export const ratchetSchema = entry(
  {
    kind: z.literal('ratchet'),
    ...figureReviewFields(),
    of: choice(['each', 'all'], {
      doc: 'Whether each office’s own figure moves its own thresholds, or one figure of all offices those of all.',
      default: 'each',
      source: 'assumed: next year’s target is set from this year’s result of the same office',
    }),
    rate: parameter({
      doc: 'Part of the overshoot above the aim by which thresholds, and the aim with them, are raised.',
      min: 0,
      default: 0.5,
      source: 'assumed: half of what was shown to be possible is asked from then on; 0 is in the range',
      range: [0, 1],
    }),
    ease: parameter({
      doc: 'Part of the shortfall below the aim by which they are lowered.',
      min: 0,
      max: 1,
      default: 0,
      source: 'assumed: a ratchet turns one way',
      range: [0, 1],
    }),
    instruments: namedMap(
      flag({ doc: 'Whether it is moved.', default: true, source: 'assumed: named instruments are' }),
      { doc: 'Instruments whose thresholds it moves; all that have one if none is named.', default: {} },
    ),
  },
  { doc: 'A ratchet: who exceeds the aim is asked for more from then on.' },
);

export type Ratchet = z.infer<typeof ratchetSchema>;

/** Thresholds and aim × (1 + rate × max(0, figure / aim − 1) − ease × max(0, 1 − figure / aim)). */
export const ratchet: ReviewKind<typeof ratchetSchema> = {
  kind: 'ratchet',
  title: 'Ratchet',
  does: 'Raises thresholds by a part of what an office achieved beyond its aim: to do well this year makes the next one harder.',
  example: 'yearly:\n  kind: ratchet\n  first: 52\n  event: jobStart\n  aim: 0.3\n  rate: 0.5\n',
  schema: ratchetSchema,
  says: (terms, tell) =>
    `${whenHeld(terms, tell)}, ${aimWords(terms, tell)}: thresholds${namedWords(terms.instruments, tell)} rise by ${tell.share(terms.rate)} of what ${terms.of === 'each' ? 'each office' : 'all offices together'} achieved beyond the aim${terms.ease === 0 ? '' : `, and fall by ${tell.share(terms.ease)} of what is short of it`}.`,
  promises: (terms, findings, world) => {
    const aims = world.commissioner.aims.get(findings.name);
    return figuresKept(terms, findings, world, aims && ((office) => aims[office]));
  },
  check: (terms, { names, instrumentsWith }) => [
    ...unknownName('event', terms.event, names.events, 'event'),
    ...unknownNames(
      Object.keys(terms.instruments),
      instrumentsWith.threshold,
      'instrument with a threshold that a review can move',
      (name) => ['instruments', name],
    ),
  ],
  decide(terms, findings, world) {
    const { commissioner, offices } = world;
    const known = commissioner.aims.get(findings.name);
    const aims = known ?? new Float64Array(offices.count).fill(scaledFigure(terms.per, terms.aim, world));
    const factors = findings.offices.map((office) => {
      const figure = seenFigure(terms, findings, terms.of === 'all' ? findings.offices : [office], world);
      // An aim that was eased away to 0 asks for nothing, and nothing exceeds it.
      if (Number.isNaN(figure) || aims[office] <= 0) return 1;
      const over = figure / aims[office] - 1;
      return 1 + terms.rate * Math.max(0, over) - terms.ease * Math.max(0, -over);
    });
    const moved = Object.keys(terms.instruments).filter((name) => terms.instruments[name]);
    return {
      key: `thresholds ${factors.join(' ')}`,
      carryOut: () => {
        findings.offices.forEach((office, place) => {
          const factor = factors[place];
          aims[office] *= factor;
          for (const instrument of world.instruments) {
            if (moved.length > 0 && !moved.includes(instrument.name)) continue;
            instrument.adjust?.({ what: 'threshold', office, factor });
          }
        });
        commissioner.aims.set(findings.name, aims);
      },
    };
  },
};
