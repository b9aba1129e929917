import * as z from 'zod';
import { text } from '../kit/plain.ts';
import { entry, namedMap } from '../kit/section.ts';
import { sourceInWords } from '../load/statedSource.ts';
import { type LeverKind, type LeverPlace, type NumberThere, namedFields } from './kind.ts';

const schema = entry(
  {
    kind: z.literal('split'),
    ...namedFields(),
    parts: namedMap(
      entry(
        {
          title: text({ doc: 'What the page calls it' }).optional(),
          path: text({ doc: 'The amount, as `--set` takes it' }),
          also: z
            .array(
              text({
                doc: 'A further amount, as many for each part: the first of each part are a sum of their own that is split alike, and so on. For fees in the timeline',
              }),
            )
            .optional(),
        },
        { doc: 'One of the amounts' },
      ),
      { doc: 'The amounts whose sum stays, by name' },
    ),
  },
  { doc: 'How a sum of two amounts or more is split' },
);
type SplitEntry = z.output<typeof schema>;

/** How the sum of amounts is split; the sum stays. */
export const splitLever = {
  schema,
  settle({ parts }: SplitEntry, place: LeverPlace) {
    const names = Object.keys(parts);
    if (names.length < 2) {
      place.refuse(['parts'], {
        message: 'a sum is split between two amounts or more',
        allowed: 'two parts or more',
      });
      return undefined;
    }
    const others = names.map((name) => parts[name].also?.length ?? 0);
    if (others.some((count) => count !== others[0])) {
      place.refuse(['parts'], {
        message: 'every part needs as many further paths',
        found: names.map((name, i) => `${name} ${others[i]}`).join(', '),
      });
      return undefined;
    }
    let lost = false;
    for (const name of names)
      if (!place.designs.some((design) => place.numberAt(design, parts[name].path))) {
        place.refusePath(['parts', name, 'path'], parts[name].path, 'number');
        lost = true;
      }
    if (lost) return undefined;
    // The paths of one sum: those that `path` names, then those first under `also`, and so on.
    const sums = [
      names.map((name) => parts[name].path),
      ...Array.from({ length: others[0] }, (_, i) => names.map((name) => parts[name].also![i])),
    ];
    const settled = place.designs.flatMap((design) => {
      const [own, ...further] = sums.map((paths) => sumIn(design, names, paths, place));
      return own ? [{ design, own, further: further.filter((sum) => sum !== undefined) }] : [];
    });
    const [first] = settled;
    if (!first) {
      place.refuseFit(['parts'], parts[names[0]].path, {
        message: 'no design has two of these amounts to split',
      });
      return undefined;
    }
    const anywhere = (name: string) =>
      settled.map(({ own }) => own.there[name]).find((there) => there !== undefined);
    const { info } = anywhere(Object.keys(first.own.paths)[0])!;
    return {
      kind: 'split' as const,
      doc: info.doc,
      ...(info.unit !== undefined && { unit: info.unit }),
      source: sourceInWords(Object.values(first.own.there)[0].node),
      parts: names.flatMap((name) => {
        const there = anywhere(name);
        return there ? [{ name, title: parts[name].title ?? name, source: sourceInWords(there.node) }] : [];
      }),
      designs: Object.fromEntries(
        settled.map(({ design, own, further }) => [
          design,
          {
            value: Object.fromEntries(
              Object.entries(own.there).map(([name, { value }]) => [name, value / own.sum]),
            ),
            sums: [own, ...further].map(({ sum, paths }) => ({ sum, paths })),
          },
        ]),
      ),
    };
  },
} satisfies LeverKind;

/** A sum as a design has it: of the amounts that are there, if they are two or more and something to split. */
function sumIn(design: string, names: readonly string[], paths: readonly string[], place: LeverPlace) {
  const there: Record<string, NumberThere> = {};
  for (const [i, name] of names.entries()) {
    const found = place.numberAt(design, paths[i]);
    if (found) there[name] = found;
  }
  const values = Object.values(there).map(({ value }) => value);
  const sum = values.reduce((all, value) => all + value, 0);
  if (values.length < 2 || values.some((value) => value < 0) || sum <= 0) return undefined;
  const pathOf = Object.fromEntries(names.flatMap((name, i) => (there[name] ? [[name, paths[i]]] : [])));
  return { sum, there, paths: pathOf };
}
