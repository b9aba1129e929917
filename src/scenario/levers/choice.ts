import * as z from 'zod';
import { text } from '../kit/plain.ts';
import { entry } from '../kit/section.ts';
import type { SourceNode } from '../load/sourceNode.ts';
import { sourceInWords } from '../load/statedSource.ts';
import { type LeverKind, type LeverPlace, namedFields } from './kind.ts';

const schema = entry(
  {
    kind: z.literal('choice'),
    ...namedFields(),
    path: text({ doc: 'The switch, or the key with one of several words, as `--set` takes it' }),
    options: z
      .record(z.string(), text({ doc: 'What the page calls it' }))
      .meta({ description: 'What can be chosen, with a title each; without it, all that may stand there' })
      .optional(),
    also: z.array(text({ doc: 'A further path that takes the same value where it exists' })).optional(),
  },
  { doc: 'A switch, or one of several words' },
);
type ChoiceEntry = z.output<typeof schema>;

interface Chosen {
  value: string;
  allowed: readonly string[];
  node: SourceNode;
  doc: string;
}

/** A switch, or one of several words. */
export const choiceLever = {
  schema,
  settle({ path, options, also = [] }: ChoiceEntry, place: LeverPlace) {
    const found = place.designs.flatMap((design) => {
      const there = chosenIn(design, path, place);
      return there ? [{ design, ...there }] : [];
    });
    also.forEach((other, i) => {
      if (!place.designs.some((design) => chosenIn(design, other, place)))
        place.refusePath(['also', String(i)], other, 'choice');
    });
    const [first] = found;
    if (!first) return void place.refusePath(['path'], path, 'choice');
    const titles = options ?? Object.fromEntries(first.allowed.map((word) => [word, titleOf(word)]));
    const wrong = Object.keys(titles).filter((word) => !first.allowed.includes(word));
    for (const word of wrong)
      place.refuseFit(['options', word], path, {
        message: `${path} cannot be "${word}"`,
        found: word,
        allowed: first.allowed.join(', '),
      });
    if (wrong.length > 0) return undefined;
    if (Object.keys(titles).length < 2) {
      place.refuse(['options'], { message: 'there is nothing to choose', allowed: 'two options or more' });
      return undefined;
    }
    for (const { design, value, node } of found) {
      if (value in titles) continue;
      if (place.mustFit(node))
        place.refuseFit(['options'], path, {
          message: `what the design "${design}" has is no option`,
          found: value,
          allowed: first.allowed.join(', '),
        });
      titles[value] = titleOf(value);
    }
    return {
      kind: 'choice' as const,
      doc: first.doc,
      source: sourceInWords(first.node),
      options: Object.entries(titles).map(([value, title]) => ({ value, title })),
      designs: Object.fromEntries(
        found.map(({ design, value }) => [
          design,
          { value, paths: [path, ...also.filter((other) => chosenIn(design, other, place))] },
        ]),
      ),
    };
  },
} satisfies LeverKind;

const titleOf = (word: string): string => ({ true: 'yes', false: 'no' })[word] ?? word;

function chosenIn(design: string, path: string, place: LeverPlace): Chosen | undefined {
  const found = place.valueAt(design, path);
  const { info } = found?.schema ?? {};
  if (found?.node.kind !== 'scalar' || !info) return undefined;
  const value = String(found.node.value);
  if (info.kind === 'flag' && typeof found.node.value === 'boolean')
    return { value, allowed: ['true', 'false'], node: found.node, doc: info.doc };
  if (info.kind === 'choice' && info.values?.includes(value))
    return { value, allowed: info.values, node: found.node, doc: info.doc };
  return undefined;
}
