import * as z from 'zod';
import { describeBounds, type FieldInfo, withinBounds } from '../kit/fields.ts';
import { parameter } from '../kit/parameter.ts';
import { text } from '../kit/plain.ts';
import { entry } from '../kit/section.ts';
import type { SourceNode } from '../load/sourceNode.ts';
import { sourceInWords } from '../load/statedSource.ts';
import { type LeverKind, type LeverPlace, type NumberThere, namedFields } from './kind.ts';

const schema = entry(
  {
    kind: z.literal('number').default('number'),
    ...namedFields(),
    path: text({ doc: 'The parameter, as `--set` takes it' }),
    from: parameter({ doc: 'The lower end; without it, that of the range of the parameter' }).optional(),
    to: parameter({ doc: 'The upper end; without it, that of the range of the parameter' }).optional(),
    step: parameter({ doc: 'The step; without it, a round fiftieth', above: 0 }).optional(),
    also: z
      .array(
        text({
          doc: 'A further path that takes the same value where it exists, such as a fee in the timeline',
        }),
      )
      .optional(),
  },
  { doc: 'A number between two ends' },
);
type NumberEntry = z.output<typeof schema>;

interface Found extends NumberThere {
  design: string;
}

/** A number between two ends. */
export const numberLever = {
  schema,
  settle({ path, also = [], ...stated }: NumberEntry, place: LeverPlace) {
    const found = place.designs.flatMap((design): Found[] => {
      const there = place.numberAt(design, path);
      return there ? [{ design, ...there }] : [];
    });
    also.forEach((other, i) => {
      if (!place.designs.some((design) => place.numberAt(design, other)))
        place.refusePath(['also', String(i)], other, 'number');
    });
    const [first] = found;
    if (!first) return void place.refusePath(['path'], path, 'number');
    const range = rangeOf(first.node, first.info);
    const from = stated.from ?? range?.[0];
    const to = stated.to ?? range?.[1];
    if (from === undefined || to === undefined)
      return void place.refuseFit([], path, {
        message: `the lever needs "from" and "to", since ${path} states no range`,
        allowed: 'from: the lower end, to: the upper end',
      });
    const step = stated.step ?? fiftieth(to - from, first.info);
    if (!endsAreSound({ from, to, step, stated, path }, first.info, place)) return undefined;
    // A value outside the ends is no mistake: whoever changes a number in a file need not know of its slider.
    const values = found.map(({ value }) => value);
    return {
      kind: 'number' as const,
      doc: first.info.doc,
      ...(first.info.unit !== undefined && { unit: first.info.unit }),
      source: sourceInWords(first.node),
      from: Math.min(from, ...values),
      to: Math.max(to, ...values),
      step,
      ...(range && { range }),
      designs: Object.fromEntries(
        found.map(({ design, value }) => [
          design,
          { value, paths: [path, ...also.filter((other) => place.numberAt(design, other))] },
        ]),
      ),
    };
  },
} satisfies LeverKind;

/** The range that a value states, else that of the schema. */
const rangeOf = (node: SourceNode, info: FieldInfo): readonly [number, number] | undefined =>
  (node.kind === 'scalar' ? node.stated?.range : undefined) ?? info.range;

interface Ends {
  from: number;
  to: number;
  step: number;
  stated: { from?: number; to?: number };
  path: string;
}

function endsAreSound({ from, to, step, stated, path }: Ends, info: FieldInfo, place: LeverPlace): boolean {
  if (from >= to) {
    place.refuse([stated.to === undefined ? 'from' : 'to'], {
      message: 'the lever must end above where it begins',
      found: `from ${from} to ${to}`,
    });
    return false;
  }
  if (step > to - from) {
    place.refuse(['step'], {
      message: 'the step is longer than the lever',
      found: `${step}, from ${from} to ${to}`,
      allowed: `at most ${to - from}`,
    });
    return false;
  }
  const wrong = (['from', 'to'] as const).filter((end) => !withinBounds({ from, to }[end], info));
  for (const end of wrong)
    place.refuseFit([end], path, {
      message: `${path} cannot be ${{ from, to }[end]}`,
      allowed: describeBounds(info),
    });
  if (info.integer && !Number.isInteger(step))
    place.refuseFit(['step'], path, { message: `${path} is a whole number`, allowed: 'a whole number' });
  return wrong.length === 0;
}

/** About a fiftieth of a length, as 1, 2 or 5 times a power of ten; of whole numbers at least 1. */
function fiftieth(length: number, info: FieldInfo): number {
  const [digits, power] = (length / 50).toExponential().split('e').map(Number);
  const step = Number(`${[1, 2, 5, 10].find((round) => round >= digits) ?? 10}e${power}`);
  return info.integer ? Math.max(1, Math.round(step)) : step;
}
