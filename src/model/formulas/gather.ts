import type { Kernel, ValueBounds } from '../../scenario/expressions/index.ts';
import { levelOf } from '../adoption/effect.ts';
import { shockIsOn, shockVariable } from '../outside/shocks.ts';
import type { Lives } from '../people/lives.ts';
import { needWeights } from '../people/need.ts';
import { Status } from '../service.ts';
import { practised } from '../staff/practice.ts';
import type { World } from '../world.ts';
import { nowName, recentName } from './variables.ts';

/** Writes one variable for `n` rows of people to `out`; a number where it is the same for everybody always. */
export type Gather = ((rows: Int32Array, from: number, n: number, out: Float64Array) => void) | number;

/** Whose lives are looked at: the clients as served, or their twins without service. */
export interface Side {
  lives: Lives;
  twin: boolean;
}

/**
 * How each variable of the hazard context is read for one side. The twin has no caseworker: no contact,
 * skill 1, chemistry 0, trust as at referral.
 */
export function lifeGatherers(world: World, side: Side, spread: () => number): Map<string, Gather> {
  const { people, names, service, caseworkers } = world;
  const { lives, twin } = side;
  const { stepsPerWeek } = world.clock;
  const weights = needWeights(world.phase.scenario);
  const gatherers = new Map<string, Gather>();
  const column = (name: string, values: Column): void => {
    gatherers.set(name, gatherColumn(values));
  };
  const each = (name: string, fill: Exclude<Gather, number>): void => {
    gatherers.set(name, fill);
  };

  each('need', (rows, from, n, out) => {
    out.fill(0, 0, n);
    for (let k = 0; k < weights.length; k++) {
      const barrier = lives.barriers[k];
      const weight = weights[k];
      for (let at = 0; at < n; at++) out[at] += weight * barrier[rows[from + at]];
    }
  });
  column('needStart', people.need);
  column('motivation', people.motivation);
  column('trustStart', people.trustStart);
  names.barriers.forEach((name, k) => {
    column(name, lives.barriers[k]);
  });
  each('week', (_rows, _from, n, out) => out.fill(world.step / stepsPerWeek, 0, n));
  each('weeksSinceReferral', (rows, from, n, out) => {
    for (let at = 0; at < n; at++) out[at] = (world.step - people.referredAt[rows[from + at]]) / stepsPerWeek;
  });
  each('weeksInStage', (rows, from, n, out) => {
    for (let at = 0; at < n; at++) out[at] = (world.step - lives.stageSince[rows[from + at]]) / stepsPerWeek;
  });
  each('crisis', (rows, from, n, out) => {
    for (let at = 0; at < n; at++) out[at] = service.crisisUntil[rows[from + at]] > world.step ? 1 : 0;
  });
  each('quality', (rows, from, n, out) => {
    for (let at = 0; at < n; at++) out[at] = lives.quality[rows[from + at]];
  });
  Object.keys(world.phase.scenario.world.shocks).forEach((name, index) => {
    each(shockVariable(name), (_rows, _from, n, out) => out.fill(shockIsOn(world, index) ? 1 : 0, 0, n));
  });
  for (const name of Object.keys(world.phase.scenario.clients.traits)) {
    const values = groupTraits(world, name);
    each(name, (rows, from, n, out) => {
      for (let at = 0; at < n; at++) out[at] = values[people.group[rows[from + at]]];
    });
  }
  for (const name of Object.keys(world.phase.scenario.world.localTraits)) {
    const values = localTraits(world, name);
    // Where people live does not change with the office that serves them.
    each(name, (rows, from, n, out) => {
      for (let at = 0; at < n; at++) out[at] = values[people.office[rows[from + at]]];
    });
  }
  const partners = twin
    ? Float64Array.from(Object.values(world.phase.scenario.offices), ({ partnerTrust }) => partnerTrust)
    : world.offices.partnerTrust;
  const officeOf = twin ? people.office : service.office;
  each('partnerTrust', (rows, from, n, out) => {
    for (let at = 0; at < n; at++) out[at] = partners[officeOf[rows[from + at]]];
  });
  const { areas, partnership } = world;
  if (partnership === undefined) gatherers.set('jointEffort', 0);
  else {
    const { jointEffort, effortAtStart } = partnership;
    // Joint work reaches whom the programme reaches: all others live as their twins do.
    each('jointEffort', (rows, from, n, out) => {
      for (let at = 0; at < n; at++) {
        const row = rows[from + at];
        const before = twin || service.attachedAt[row] < 0;
        out[at] = (before ? effortAtStart : jointEffort)[
          areas.ofOffice[(before ? people.office : officeOf)[row]]
        ];
      }
    });
  }
  Object.keys(world.phase.scenario.interventions).forEach((name, k) => {
    const levels = new Float64Array(names.offices.length);
    let levelsOf = -1;
    each(name, (rows, from, n, out) => {
      // Adoption and effort move after all hazards of a step are read, so that levels are those of the step.
      if (levelsOf !== world.step) levelOf(world, k, twin, levels);
      levelsOf = world.step;
      for (let at = 0; at < n; at++) out[at] = levels[officeOf[rows[from + at]]];
    });
  });
  if (twin) {
    column('trust', people.trustStart);
    gatherers.set('skill', 1);
    const none = [
      'chemistry',
      'lockIn',
      'attached',
      'weeksAttached',
      'sanctioned',
      'contactHours',
      'contacts',
      'mismatch',
      'hoursNow',
    ];
    for (const name of none) gatherers.set(name, 0);
    for (const role of names.roles) {
      gatherers.set(recentName(role), 0);
      gatherers.set(nowName(role), 0);
    }
    return gatherers;
  }
  const main = service.worker[0];
  column('trust', service.trust);
  each('skill', (rows, from, n, out) => {
    for (let at = 0; at < n; at++) {
      const worker = main[rows[from + at]];
      out[at] =
        worker < 0
          ? 1
          : caseworkers.skill[worker] *
            caseworkers.localKnowledge[worker] *
            practised(world, worker, people.group[rows[from + at]]);
    }
  });
  each('chemistry', (rows, from, n, out) => {
    const scale = spread();
    for (let at = 0; at < n; at++) {
      const worker = main[rows[from + at]];
      out[at] = worker < 0 ? 0 : scale * caseworkers.chemistry[worker];
    }
  });
  each('lockIn', (rows, from, n, out) => {
    for (let at = 0; at < n; at++) {
      const row = rows[from + at];
      let most = 0;
      for (let role = 0; role < service.lastActivity.length; role++) {
        const activity = service.lastActivity[role][row];
        if (activity < 0 || world.step - service.lastRealOfRole[role][row] >= stepsPerWeek) continue;
        most = Math.max(most, world.phase.activities[activity].lockIn);
      }
      out[at] = most;
    }
  });
  each('attached', (rows, from, n, out) => {
    for (let at = 0; at < n; at++) out[at] = service.status[rows[from + at]] === Status.attached ? 1 : 0;
  });
  each('sanctioned', (rows, from, n, out) => {
    for (let at = 0; at < n; at++) out[at] = service.sanctionedUntil[rows[from + at]] > world.step ? 1 : 0;
  });
  each('weeksAttached', (rows, from, n, out) => {
    for (let at = 0; at < n; at++) {
      const row = rows[from + at];
      out[at] =
        service.status[row] === Status.attached ? (world.step - service.attachedAt[row]) / stepsPerWeek : 0;
    }
  });
  names.roles.forEach((role, index) => {
    column(recentName(role), service.recent[index]);
    column(nowName(role), service.hours[index]);
  });
  column('contactHours', service.contactHours);
  column('contacts', service.contacts);
  each('mismatch', (rows, from, n, out) => {
    for (let at = 0; at < n; at++) out[at] = mismatchOf(world, rows[from + at]);
  });
  each('hoursNow', (rows, from, n, out) => {
    for (let at = 0; at < n; at++) out[at] = hoursNow(world, rows[from + at]);
  });
  return gatherers;
}

/** Share of recent contact with roles that move barriers that matched none of the client's; 0 without any. */
function mismatchOf({ service, phase }: World, row: number): number {
  const unmatched = service.unmatched[row];
  if (!(unmatched > 0)) return 0;
  let recent = 0;
  for (let role = 0; role < service.recent.length; role++)
    if (phase.contactRole[role] === 1) recent += service.recent[role][row];
  return recent > unmatched ? unmatched / recent : 1;
}

/** Hours of real contact of this step with roles whose contact moves barriers. */
export function hoursNow({ service, phase }: World, row: number): number {
  let hours = 0;
  for (let role = 0; role < service.hours.length; role++)
    if (phase.contactRole[role] === 1) hours += service.hours[role][row];
  return hours;
}

type Column = Float64Array | Float32Array | Uint16Array;

/** Reads a column by row. */
export function gatherColumn(values: Column): Exclude<Gather, number> {
  return (rows, from, n, out) => {
    for (let at = 0; at < n; at++) out[at] = values[rows[from + at]];
  };
}

/** The value of a trait in each group. */
export function groupTraits(world: World, trait: string): Float64Array {
  const { clients } = world.phase.scenario;
  return Float64Array.from(
    Object.values(clients.groups),
    (group) => group.traits[trait] ?? clients.traits[trait],
  );
}

/** The value of a local trait at each office. */
export function localTraits(world: World, trait: string): Float64Array {
  const { offices, world: outside } = world.phase.scenario;
  return Float64Array.from(
    Object.values(offices),
    (office) => office.traits[trait] ?? outside.localTraits[trait],
  );
}

/** A kernel with its variables bound to the columns that they are read from. */
export class BoundKernel {
  private readonly gather: Gather[];
  private readonly inputs: (Float64Array | number)[];
  readonly constant: number | undefined;

  constructor(
    private readonly kernel: Kernel,
    gatherers: Map<string, Gather>,
    buffers: readonly Float64Array[],
  ) {
    this.constant = kernel.constant;
    this.gather = kernel.variables.map((name) => {
      const gather = gatherers.get(name);
      if (gather === undefined) throw new Error(`no column is bound to the variable ${name}`);
      return gather;
    });
    this.inputs = this.gather.map((gather, index) => (typeof gather === 'number' ? gather : buffers[index]));
  }

  /** A value that the formula never exceeds while its variables lie in their ranges; at least its value here. */
  ceiling(ranges: Readonly<Record<string, ValueBounds>>): number {
    const [, high] = this.kernel.bounds(ranges);
    // Sums may be rounded in another order than the bound: a billionth more covers that many times over.
    return high + 1e-9 * Math.abs(high) + 1e-15;
  }

  /** Evaluates the formula for `rows[from … from + n − 1]`, n at most a block, into `out`. */
  evaluate(rows: Int32Array, from: number, n: number, out: Float64Array): void {
    if (this.constant !== undefined) {
      out.fill(this.constant, 0, n);
      return;
    }
    for (let index = 0; index < this.gather.length; index++) {
      const gather = this.gather[index];
      if (typeof gather !== 'number') gather(rows, from, n, this.inputs[index] as Float64Array);
    }
    this.kernel.evaluate(n, this.inputs, out);
  }
}
