import { decisions, drawStream, nameIndex, type SeedKey } from '../../random/index.ts';
import type { AreaTable } from '../areas/areas.ts';
import { NEVER } from '../offices.ts';
import { deliveredAtStart } from '../partnership/create.ts';
import type { Scenario } from '../schema/scenario.ts';
import type { Learning } from './learn.ts';

/** Why an intervention runs: before, as planned, earlier than planned, for the reward, or for local priority alone. */
export const additionalities = ['running', 'planned', 'accelerated', 'new', 'local'] as const;
export type Additionality = (typeof additionalities)[number];

/** Who decides on an intervention: an area or one office. */
export interface Decider {
  readonly name: string;
  readonly area: number;
  readonly offices: readonly number[];
}

/** Interventions and what became of them, as columns; absent where a scenario has none. */
export interface InterventionState {
  readonly names: readonly string[];
  /** [intervention] who decides on it, in the order of areas or offices. */
  readonly deciders: readonly (readonly Decider[])[];
  /** [intervention][office] which of them decides for the office. */
  readonly deciderOf: readonly Uint8Array[];
  /** [intervention][decider] step from which it was to run anyway; `NEVER` without a plan. */
  readonly plannedFrom: readonly Float64Array[];
  /** [intervention][decider] step of the decision, −1 while there is none. */
  readonly adoptedAt: readonly Int32Array[];
  /** [intervention][decider] step from which it runs, by plan or decision; `NEVER` so far. */
  readonly runsFrom: readonly Float64Array[];
  /** [intervention][decider] why it came, if it did; absent while there is neither plan nor decision. */
  readonly additionality: readonly (Additionality | undefined)[][];
  /** [intervention][decider] step at which it was ended last, −1 while it runs or never ended; how often it was. */
  readonly endedAt: readonly Int32Array[];
  readonly ended: readonly Float64Array[];
  /** [intervention][decider] steps for which it ran before it was ended. */
  readonly ranBefore: readonly Float64Array[];
  /** [intervention][decider] money paid at once when it was adopted last, and what was lost of such money by ending. */
  readonly setUpPaid: readonly Float64Array[];
  readonly sunk: readonly Float64Array[];
  /** [intervention][decider] money paid for it so far, at once and by the week. */
  readonly paid: readonly Float64Array[];
  /** [intervention][decider] standard normal luck of local priority. */
  readonly priorityLuck: readonly Float64Array[];
  /** What evaluations look at and have taught, where areas learn. */
  learning?: Learning;
  /** [area × partners + partner] what partners deliver at the start, which is what twins live under. */
  readonly deliveredAtStart: Float64Array;
}

/** Interventions before the first step; the scenario is in steps. */
export function createInterventions(
  scenario: Scenario,
  areas: AreaTable,
  officeNames: readonly string[],
  key: SeedKey,
  replicate: number,
): InterventionState | undefined {
  const { interventions, portfolio } = scenario;
  const names = Object.keys(interventions);
  if (names.length === 0) return undefined;
  const terms = Object.values(interventions);
  const ofAreas = areas.names.map((name, area) => ({ name, area, offices: areas.offices[area] }));
  const ofOffices = officeNames.map((name, office) => ({
    name,
    area: areas.ofOffice[office],
    offices: [office],
  }));
  const deciders = terms.map(({ level }) => (level === 'area' ? ofAreas : ofOffices));
  const plannedFrom = terms.map(({ planned }, k) =>
    Float64Array.from(deciders[k], ({ name }) => planned[name] ?? NEVER),
  );
  const zeros = () => deciders.map((list) => new Float64Array(list.length));
  return {
    names,
    deciders,
    deciderOf: terms.map(({ level }) =>
      level === 'area' ? areas.ofOffice : Uint8Array.from(officeNames, (_, office) => office),
    ),
    plannedFrom,
    adoptedAt: deciders.map((list) => new Int32Array(list.length).fill(-1)),
    runsFrom: plannedFrom.map((from) => from.slice()),
    additionality: plannedFrom.map((column) =>
      Array.from(column, (from) => {
        if (from === NEVER) return undefined;
        return from <= portfolio.schemeStart ? 'running' : 'planned';
      }),
    ),
    endedAt: deciders.map((list) => new Int32Array(list.length).fill(-1)),
    ended: zeros(),
    ranBefore: zeros(),
    setUpPaid: zeros(),
    sunk: zeros(),
    paid: zeros(),
    priorityLuck: names.map((name, k) => {
      const stream = drawStream(key, replicate, decisions.localPriority, nameIndex(name));
      return Float64Array.from(deciders[k], (decider) => stream.normal(nameIndex(decider.name), 0));
    }),
    deliveredAtStart: Float64Array.from(areas.names.flatMap((area) => deliveredAtStart(scenario, area))),
  };
}
