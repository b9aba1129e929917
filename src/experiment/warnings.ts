import type { DifferenceRow } from '../tables/rows.ts';

/** One sentence for each thing that a reader of the results should be warned of. */
export function runWarnings(
  differences: readonly DifferenceRow[],
  {
    replicates,
    base,
    otherPeople,
    publishedAtScale = 1,
    idle = [],
    pairs = false,
  }: {
    replicates: number;
    base: string;
    otherPeople: readonly string[];
    /** The scenario's scale where it holds published figures against the runs. */
    publishedAtScale?: number;
    /** Whether designs are held against each other as well, and not only against the base. */
    pairs?: boolean;
    /** Settings of which nothing comes, a sentence each. */
    idle?: readonly string[];
  },
): string[] {
  const warnings: string[] = [];
  if (replicates === 1) {
    warnings.push('There is one replicate, so no interval can be given: ask for more with --replicates.');
  }
  if (publishedAtScale !== 1) {
    warnings.push(
      `Sizes are multiplied by ${publishedAtScale} (scale): published figures that count people, events or money cannot agree unless they are given at this scale, and rates may move where few posts are left.`,
    );
  }
  warnings.push(...idle);
  for (const design of otherPeople) {
    warnings.push(
      `Design ${design} changes who is referred or for how long people are followed, so its people are not those of ${base}: differences from ${base} compare the means of the runs, with Welch’s interval, and nothing in them is paired.`,
    );
  }
  for (const design of new Set(differences.map((row) => row.design))) {
    const rows = differences.filter((row) => row.design === design && row.mean !== null);
    if (rows.length > 0 && rows.every(({ mean, sd }) => mean === 0 && (sd ?? 0) === 0)) {
      warnings.push(
        `Design ${design} gives exactly the results of ${base}: the two are one policy under two names.`,
      );
    }
  }
  if (pairs) warnings.push(...twins(differences));
  return warnings;
}

/** Designs that differ from the base by the same in every measure, to the last digit. */
function twins(differences: readonly DifferenceRow[]): string[] {
  const told = new Map<string, string>();
  return [...new Set(differences.map(({ design }) => design))].flatMap((design) => {
    const rows = differences.filter((row) => row.design === design);
    if (rows.every(({ mean, sd }) => mean === null || (mean === 0 && (sd ?? 0) === 0))) return [];
    const all = JSON.stringify(rows.map(({ measure, slice, mean, sd, n }) => [measure, slice, mean, sd, n]));
    const other = told.get(all);
    told.set(all, other ?? design);
    return other === undefined
      ? []
      : [`Design ${design} gives exactly the results of ${other}: the two are one policy under two names.`];
  });
}
