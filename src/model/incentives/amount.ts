import { type Formula, formula, namedMap, parameter, text } from '../../scenario/kit/index.ts';
import type { Names } from '../names.ts';
import { UnrunnableError } from '../unrunnable.ts';
import type { InstrumentProblem, InstrumentSetup } from './instrument.ts';
import { unknownNames } from './nameProblems.ts';

/** Group prices: an amount for each group that is named. */
const byGroup = (unit: string) =>
  namedMap(parameter({ doc: 'Amount for this group, in place of `amount`.', unit, min: 0 }), {
    doc: 'Group prices by group; a group that is not named gets `amount`.',
    default: {},
  });

/** The fields of a price that an entry must state: a number or formula for everybody, and group prices. */
export const amountFields = (doc: string, unit = 'money') => ({
  amount: formula('price', { doc, unit, min: 0 }),
  byGroup: byGroup(unit),
});

/** The same where the entry may leave the price out. */
export const optionalAmountFields = (doc: string, absent: { default: number; source: string }) => ({
  amount: formula('price', { doc, unit: 'money', min: 0, ...absent }),
  byGroup: byGroup('money'),
});

/** The field that names the spending category of an account. */
export const categoryField = () => text({ doc: 'Spending category in money measures.', default: 'fees' });

/** A price as it stands in a resolved scenario. */
export interface AmountFields {
  amount: Formula;
  byGroup: Record<string, number>;
}

/** A price by group, and by client where a formula makes it differ inside groups. Money, at least 0. */
export interface Amounts {
  /** Whether all clients of a group have the same price. */
  readonly sameWithinGroups: boolean;
  /** Price of the group; mean over its members where they differ, 0 where it has none. */
  ofGroup(group: number): number;
  /** What this client, who is of this group, is paid for. */
  ofClient(client: number, group: number): number;
}

/**
 * Reads a price for everybody who will be referred. A group price goes before the formula.
 * Throws UnrunnableError where the formula gives a client a negative price or none at all: money that an office
 * owes is an instrument of its own, not a fee below 0.
 */
export function readAmounts(fields: AmountFields, setup: InstrumentSetup): Amounts {
  const { names, people } = setup;
  const client = setup.clientAmounts(fields.amount);
  const fixed = names.groups.map((group): number | undefined => fields.byGroup[group]);
  const differs = client.constant === undefined && fixed.some((price) => price === undefined);
  if (client.constant !== undefined) requirePrice(client.constant, setup.name);
  else
    for (let row = 0; row < people.count; row++)
      if (fixed[people.group[row]] === undefined) requirePrice(client.of(row), setup.name);
  const groupPrice = Float64Array.from(
    fixed,
    (price, group) => price ?? client.constant ?? client.groupMeans[group],
  );
  return {
    sameWithinGroups: !differs,
    ofGroup: (group) => groupPrice[group],
    ofClient: differs ? (row, group) => fixed[group] ?? client.of(row) : (_row, group) => groupPrice[group],
  };
}

function requirePrice(price: number, name: string): void {
  if (price >= 0 && Number.isFinite(price)) return;
  throw new UnrunnableError(
    `incentives.${name}.amount gives ${price} for a client. A fee is a finite number of at least 0: ` +
      'keep the formula in bounds, for example with max(0, …).',
  );
}

/** Group prices for groups that the scenario does not have. */
export function checkAmounts(fields: AmountFields, names: Names): InstrumentProblem[] {
  return unknownNames(Object.keys(fields.byGroup), names.groups, 'group', (name) => ['byGroup', name]);
}
