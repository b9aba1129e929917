import * as z from 'zod';
import { text } from '../kit/plain.ts';
import { entry } from '../kit/section.ts';
import { unwrap } from '../kit/walk.ts';
import { textAt } from '../load/sourceNode.ts';
import { sourceInWords } from '../load/statedSource.ts';
import { type LeverKind, type LeverPlace, type NumberThere, namedFields } from './kind.ts';

const schema = entry(
  {
    kind: z.literal('mix'),
    ...namedFields(),
    path: text({
      doc: 'The map of shares that sum to 1, such as a mix of dispositions or the offices with their shares',
    }),
  },
  { doc: 'Shares that sum to 1: who raises one lowers the others in proportion' },
);
type MixEntry = z.output<typeof schema>;

interface Share extends NumberThere {
  name: string;
  title: string;
  path: string;
}

/** Shares that sum to 1. */
export const mixLever = {
  schema,
  settle({ path }: MixEntry, place: LeverPlace) {
    const settled = place.designs.flatMap((design) => {
      const shares = sharesIn(design, path, place);
      return shares ? [{ design, shares }] : [];
    });
    const [first] = settled;
    if (!first) return void place.refusePath(['path'], path, 'shares');
    const parts = new Map<string, Share>();
    for (const { shares } of settled)
      for (const share of shares) if (!parts.has(share.name)) parts.set(share.name, share);
    const { info, node } = first.shares[0];
    return {
      kind: 'mix' as const,
      doc: info.doc,
      ...(info.unit !== undefined && { unit: info.unit }),
      source: sourceInWords(node),
      parts: [...parts.values()].map(({ name, title, node: own }) => ({
        name,
        title,
        source: sourceInWords(own),
      })),
      designs: Object.fromEntries(
        settled.map(({ design, shares }) => [
          design,
          {
            value: Object.fromEntries(shares.map(({ name, value }) => [name, value])),
            paths: Object.fromEntries(shares.map((share) => [share.name, share.path])),
          },
        ]),
      ),
    };
  },
} satisfies LeverKind;

/** The shares of a design; undefined where the path leads to no two, or where one of them is left out. */
function sharesIn(design: string, path: string, place: LeverPlace): Share[] | undefined {
  const found = place.valueAt(design, path);
  const valueType = found?.schema.definition.valueType;
  if (!valueType || found.node.kind !== 'map' || found.node.entries.size < 2) return undefined;
  const field = fieldOfShares(valueType);
  if (field === undefined) return undefined;
  const map = found.node;
  const shares = [...map.entries.keys()].map((name): Share | undefined => {
    const own = [path, name, ...field].join('.');
    const there = place.numberAt(design, own);
    return there && { ...there, name, title: textAt(map, name, 'title') ?? name, path: own };
  });
  return shares.every((share) => share !== undefined) ? shares : undefined;
}

/** Below an entry, where its share stands: in itself, or in one of its fields. */
function fieldOfShares(valueType: Parameters<typeof unwrap>[0]): string[] | undefined {
  const { definition, info } = unwrap(valueType);
  if (info?.sumsToOne) return [];
  const field = Object.entries(definition.shape ?? {}).find(([, inner]) => unwrap(inner).info?.sumsToOne);
  return field && [field[0]];
}
