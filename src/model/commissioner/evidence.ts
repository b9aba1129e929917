import type { World } from '../world.ts';
import { scaledFigure } from './aims.ts';
import { hearStories } from './stories.ts';

/** Evidence for offices: with all that was looked at, and without the stories. In standard deviations, by place in `offices`. */
export interface Evidence {
  all: number[];
  withoutStories: number[];
}

interface Line {
  weight: number;
  values: number[];
  /** The value and spread from which it is judged; the offices' own mean and spread if absent. */
  usual?: number;
  spread?: number;
  story: boolean;
}

/**
 * What the commissioner holds for the offices at a review of a stage: the mean of its kinds of evidence by their weights,
 * each in standard deviations. Where all are equal a kind says 0. It says nothing of an office of which it knows
 * nothing, or of one that it knows alone without a usual value; not a number where no kind says anything.
 */
export function weighEvidence(
  world: World,
  stage: string,
  offices: readonly number[],
  from: number,
  to: number,
): Evidence {
  const { reports, books, names } = world;
  const { evidence, stories } = world.phase.scenario.commissioner;
  const weights = evidence[stage] as (typeof evidence)[string] | undefined;
  if (weights === undefined) {
    const none = offices.map(() => Number.NaN);
    return { all: none, withoutStories: none };
  }
  const lines: Line[] = Object.entries(weights.figures).map(([name, { weight, per, usual, spread }]) => ({
    weight,
    values: offices.map((office) => reports.figure(names.events.indexOf(name), per, [office], from, to)),
    usual: usual === undefined ? undefined : scaledFigure(per, usual, world),
    spread: spread === undefined ? undefined : scaledFigure(per, spread, world),
    story: false,
  }));
  lines.push({
    weight: weights.stories,
    values:
      weights.stories === 0 ? [] : offices.map((office) => hearStories(world, office, stories.lives).worth),
    usual: stories.usual,
    spread: stories.spread,
    story: true,
  });
  // What costs less a client counts for the office.
  lines.push({
    weight: weights.money,
    values: offices.map((office) => {
      let paid = 0;
      for (let step = Math.max(0, from); step < to; step++) paid += books.officeIncome(office, step);
      const clients = reports.meanCaseload([office], from, to);
      return clients > 0 ? -paid / clients : Number.NaN;
    }),
    story: false,
  });
  return {
    all: combine(lines, offices.length),
    withoutStories: combine(
      lines.filter((line) => !line.story),
      offices.length,
    ),
  };
}

function combine(lines: readonly Line[], offices: number): number[] {
  const sums = new Array<number>(offices).fill(0);
  const weights = new Array<number>(offices).fill(0);
  for (const line of lines) {
    if (line.weight === 0) continue;
    const standard = standardised(line);
    for (let place = 0; place < offices; place++) {
      if (Number.isNaN(standard[place])) continue;
      sums[place] += line.weight * standard[place];
      weights[place] += Math.abs(line.weight);
    }
  }
  return sums.map((sum, place) => (weights[place] > 0 ? sum / weights[place] : Number.NaN));
}

function standardised({ values, usual, spread }: Line): number[] {
  if (usual !== undefined && spread !== undefined) return values.map((value) => (value - usual) / spread);
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length < 2) return values.map(() => Number.NaN);
  const mean = known.reduce((a, b) => a + b, 0) / known.length;
  const variance = known.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / known.length;
  const deviation = Math.sqrt(variance);
  return values.map((value) => {
    if (Number.isNaN(value)) return Number.NaN;
    return deviation > 1e-12 ? (value - mean) / deviation : 0;
  });
}
