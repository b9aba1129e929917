import { inSteps } from '../../model/inSteps.ts';
import type { Scenario } from '../../model/schema/scenario.ts';
import { dispositions as builtIn } from '../../model/staff/dispositions.ts';
import type { LoadedScenario, ResolvedDesign } from '../../scenario/index.ts';
import type { ChairSettings } from '../../tables/chair.ts';
import type { Shared } from '../build.ts';
import type { MeaningProblem } from '../meaningProblem.ts';
import { Sharing } from '../sharing.ts';
import { unknownName } from '../unknownName.ts';
import { CHAIR_ROLE, ChairError } from './chairError.ts';
import { findSeat } from './seat.ts';

/** Weeks by hand, and weeks before them in which the caseload fills, unless something else is asked for. */
const WEEKS = 6;
const WARM_WEEKS = 26;

/** What is asked of a sitting; all that is left out is chosen. */
export type ChairWish = Partial<Omit<ChairSettings, 'dispositions'>> & { dispositions?: readonly string[] };

/** What all worlds of a sitting have in common. */
export interface ChairRoom {
  readonly loaded: LoadedScenario<Scenario>;
  readonly design: ResolvedDesign<Scenario>;
  /** The scenario in its base phase, by the step. */
  readonly scenario: Scenario;
  readonly shared: Shared;
  readonly settings: ChairSettings;
  /** Row and id of the caseworker whose chair it is: after somebody has left, another holder has the row. */
  readonly worker: number;
  readonly holder: number;
}

/**
 * Finds the chair that is asked for: the caseworker of the main role with an ordinary caseload among those who are at work in all of
 * these weeks, unless one is named. Who they are is not looked at. Throws ChairError where there is none.
 */
export function openRoom(loaded: LoadedScenario<Scenario>, wish: ChairWish): ChairRoom {
  const known = loaded.designs.map(({ id }) => id);
  const design = loaded.designs.find(({ id }) => id === (wish.design ?? loaded.base));
  if (design === undefined) throw new ChairError(unknownName(['design'], 'design', known, wish.design));
  const { referralWeeks, followUp } = design.scenario.clock;
  const steps = referralWeeks + followUp;
  const weeks = wish.weeks ?? Math.min(WEEKS, steps);
  const from = wish.from ?? Math.min(WARM_WEEKS, Math.floor((steps - weeks) / 3));
  const replicate = wish.replicate ?? 0;
  const compared = wish.dispositions ?? dispositionsOf(design.scenario);
  const problems = [
    ...unfit(design),
    ...wrongNumber('replicate', replicate, 0),
    ...wrongNumber('weeks', weeks, 1, steps),
    ...wrongNumber('from', from, 0, steps - weeks),
    ...compared.flatMap((name, at) =>
      unknownName(['dispositions', String(at)], 'disposition', knownDispositions(design.scenario), name),
    ),
  ];
  if (problems.length > 0) throw new ChairError(problems);
  const shared = new Sharing(loaded, replicate).of(design);
  const { worker, holder, id } = findSeat(design, shared, from, weeks, wish.caseworker);
  return {
    loaded,
    design,
    scenario: inSteps(design.scenario),
    shared,
    worker,
    holder,
    settings: {
      design: design.id,
      replicate,
      from,
      weeks,
      caseworker: id,
      hints: wish.hints ?? false,
      dispositions: [...new Set(compared)],
    },
  };
}

/** Those of the scenario's mixes, and equal treatment as a yardstick. */
function dispositionsOf({ caseworkers, offices }: Scenario): string[] {
  const mixes = [
    ...Object.values(caseworkers.roles).map(({ mix }) => mix),
    ...Object.values(offices).flatMap(({ mix }) => Object.values(mix)),
  ];
  return [...new Set([...mixes.flatMap((mix) => Object.keys(mix)), 'equal'])];
}

const knownDispositions = ({ caseworkers }: Scenario): string[] => [
  ...new Set([...Object.keys(caseworkers.dispositions), ...Object.keys(builtIn)]),
];

/** Scenarios in which nobody has a chair of their own that a student could take. */
function unfit({ phases }: ResolvedDesign<Scenario>): MeaningProblem[] {
  const problems: MeaningProblem[] = [];
  const unless = (fits: (scenario: Scenario) => boolean, path: string[], message: string): void => {
    if (!phases.every(({ scenario }) => fits(scenario))) problems.push({ path, message });
  };
  unless(
    ({ clock }) => clock.step === 'week',
    ['clock', 'step'],
    'the chair is for scenarios in weeks: by the day nobody divides a week',
  );
  unless(
    ({ caseworkers }) => caseworkers.assignment !== 'pooled',
    ['caseworkers', 'assignment'],
    'the chair is for caseworkers with a caseload of their own, and clients here belong to a team',
  );
  unless(
    ({ caseworkers }) => !Object.values(caseworkers.roles)[CHAIR_ROLE].screening.on,
    ['caseworkers', 'roles'],
    'the chair is for caseworkers who do not screen: whom screening passes back is not theirs to see',
  );
  return problems;
}

function wrongNumber(
  name: string,
  found: number,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): MeaningProblem[] {
  if (Number.isInteger(found) && found >= least && found <= most) return [];
  const allowed =
    most === Number.MAX_SAFE_INTEGER
      ? `a whole number from ${least} on`
      : `a whole number from ${least} to ${most}`;
  return [{ path: [name], message: `${name} must be ${allowed}`, found: String(found), allowed }];
}
