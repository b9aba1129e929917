import type { DistributionSpec } from '../../scenario/kit/index.ts';
import { Asks } from './asks.ts';
import type { Duty, DutySetup, Pull, Standing } from './duty.ts';

/** Terms that every kind with asked items has. */
export interface AskedTerms {
  kind: string;
  role: string;
  item: number;
  due: number;
  pull: Pull;
  first: boolean;
  onSlack: boolean;
  ask: DistributionSpec;
  waits: boolean;
  worth: number;
}

/** When a duty gets hours, by its two flags. */
export function standingOf({ first, onSlack }: { first: boolean; onSlack: boolean }): Standing {
  if (first) return 'first';
  return onSlack ? 'onSlack' : 'beside';
}

const asksOf = new WeakMap<Duty, Asks>();

/**
 * A duty whose items are asked of caseworkers. `effects` are what the kind adds: what hours done in an office bring,
 * and what the duty is asked for elsewhere.
 */
export function askedDuty(
  terms: AskedTerms,
  { name, index, world }: DutySetup,
  previous: Duty | undefined,
  effects: Partial<Duty> & { done?(office: number, hours: number): void } = {},
): Duty {
  const asks = new Asks(world, index, terms.ask, terms.waits, previous && asksOf.get(previous));
  const { item } = terms;
  const { done, ...others } = effects;
  const duty: Duty = {
    name,
    kind: terms.kind,
    index,
    role: world.names.roles.indexOf(terms.role),
    standing: standingOf(terms),
    item,
    due: terms.due,
    pull: terms.pull,
    begin: (worker, factor) => asks.begin(worker, factor),
    waitingHours: (worker) => asks.count(worker) * item,
    age: (worker) => asks.age(worker),
    waited: (worker) => asks.waited(worker),
    worthOfHour: () => terms.worth / item,
    spend(worker, hours) {
      asks.done(worker, Math.round(hours / item));
      done?.(world.caseworkers.office[worker], hours);
    },
    end: (worker) => asks.end(worker),
    ...others,
  };
  asksOf.set(duty, asks);
  return duty;
}
