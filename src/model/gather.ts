import type { Kernel } from '../scenario/expressions/index.ts';
import type { Lives } from './lives.ts';
import { recentName } from './variables.ts';
import type { World } from './world.ts';

/** Writes one variable for `n` rows of people to `out`. */
export type Gather = (rows: Int32Array, from: number, n: number, out: Float64Array) => void;

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
  const weights = Object.values(world.phase.scenario.clients.barriers).map((barrier) => barrier.weight);
  const gatherers = new Map<string, Gather>();
  const put = (name: string, read: (row: number) => number): void => {
    gatherers.set(name, (rows, from, n, out) => {
      for (let at = 0; at < n; at++) out[at] = read(rows[from + at]);
    });
  };
  const column = (name: string, values: ArrayLike<number>): void => {
    gatherers.set(name, (rows, from, n, out) => {
      for (let at = 0; at < n; at++) out[at] = values[rows[from + at]];
    });
  };
  const constant = (name: string, value: number): void => {
    gatherers.set(name, (_rows, _from, n, out) => {
      out.fill(value, 0, n);
    });
  };

  gatherers.set('need', (rows, from, n, out) => {
    for (let at = 0; at < n; at++) {
      const row = rows[from + at];
      let need = 0;
      for (let k = 0; k < weights.length; k++) need += weights[k] * lives.barriers[k][row];
      out[at] = need;
    }
  });
  column('needStart', people.need);
  column('motivation', people.motivation);
  column('trustStart', people.trustStart);
  names.barriers.forEach((name, k) => {
    column(name, lives.barriers[k]);
  });
  put('week', () => world.step);
  put('weeksSinceReferral', (row) => world.step - people.referredAt[row]);
  put('weeksInStage', (row) => world.step - lives.stageSince[row]);
  put('crisis', (row) => (service.crisisUntil[row] > world.step ? 1 : 0));
  for (const name of Object.keys(world.phase.scenario.clients.traits)) {
    const values = groupTraits(world, name);
    gatherers.set(name, (rows, from, n, out) => {
      for (let at = 0; at < n; at++) out[at] = values[people.group[rows[from + at]]];
    });
  }
  if (twin) {
    column('trust', people.trustStart);
    constant('skill', 1);
    for (const name of ['chemistry', 'lockIn', 'attached', 'weeksAttached']) constant(name, 0);
    for (const role of names.roles) constant(recentName(role), 0);
    return gatherers;
  }
  const main = service.worker[0];
  column('trust', service.trust);
  put('skill', (row) => (main[row] < 0 ? 1 : caseworkers.skill[main[row]]));
  gatherers.set('chemistry', (rows, from, n, out) => {
    const scale = spread();
    for (let at = 0; at < n; at++) {
      const worker = main[rows[from + at]];
      out[at] = worker < 0 ? 0 : scale * caseworkers.chemistry[worker];
    }
  });
  put('lockIn', (row) => {
    const activity = service.activity[row];
    return activity < 0 ? 0 : world.phase.activities[activity].lockIn;
  });
  put('attached', (row) => (service.status[row] === 1 ? 1 : 0));
  put('weeksAttached', (row) => (service.status[row] === 1 ? world.step - service.attachedAt[row] : 0));
  names.roles.forEach((role, index) => {
    column(recentName(role), service.recent[index]);
  });
  return gatherers;
}

/** The value of a trait in each group. */
export function groupTraits(world: World, trait: string): Float64Array {
  const { clients } = world.phase.scenario;
  return Float64Array.from(
    Object.values(clients.groups),
    (group) => group.traits[trait] ?? clients.traits[trait],
  );
}

/** A kernel with its variables bound to the columns that they are read from. */
export class BoundKernel {
  private readonly gather: Gather[];
  private readonly inputs: Float64Array[];
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
    this.inputs = kernel.variables.map((_, index) => buffers[index]);
  }

  /** Evaluates the formula for `rows[from … from + n − 1]`, n at most a block, into `out`. */
  evaluate(rows: Int32Array, from: number, n: number, out: Float64Array): void {
    if (this.constant !== undefined) {
      out.fill(this.constant, 0, n);
      return;
    }
    for (let index = 0; index < this.gather.length; index++)
      this.gather[index](rows, from, n, this.inputs[index]);
    this.kernel.evaluate(n, this.inputs, out);
  }
}
