import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { instrumentKinds } from '../../../src/model/incentives/registry.ts';
import { openExample } from '../../support/examples.ts';
import { type Patch, runSmall } from '../../support/smallScenario.ts';

const open = (incentives: Patch) =>
  openExample(
    { incentives },
    { incentives: { joining: null, start: null, lasting: null } },
    {
      clock: { referralWeeks: 30 },
      caseworkers: {
        roles: { adviser: { posts: 2, hoursPerWeek: 5 } },
        duties: { partners: { kind: 'liaison', role: 'adviser', item: 0.5 } },
      },
      commissioner: { scoring: { role: 'adviser', every: 4 } },
    },
  );

/** Instruments that only change when money comes need some: a fee stands beside each. */
const beside = { kind: 'milestoneFee', event: 'jobStart', amount: 100 };

/** All that an instrument posted, as sizes, and what it held against offices most. */
function traces(incentives: Patch, name: string): { money: number; held: number } {
  let held = 0;
  const { books, steps } = runSmall(open(incentives), {
    look: ({ instruments, names }) => {
      for (const each of instruments)
        if (each.name === name)
          names.offices.forEach((_, office) => {
            held = Math.max(held, each.heldAgainst?.(office) ?? 0);
          });
    },
  });
  let money = 0;
  books.accounts.forEach((account, index) => {
    if (account.name !== name && account.name !== `${name}.office`) return;
    for (let step = 0; step < steps; step++) money += Math.abs(books.stepFlow(index, step));
  });
  return { money, held };
}

describe.each(Object.entries(instrumentKinds))('the example of %s', (kind, { example }) => {
  test('runs in a small programme as it is printed, and leaves its trace', () => {
    const entries = parse(example) as Patch;
    const { money, held } = traces({ beside, ...entries }, Object.keys(entries)[0]);
    // What a small programme cannot reach is held against it; free provision posts to an account of provision.
    if (kind === 'target') expect(held).toBeGreaterThan(0.5);
    else if (kind === 'freeProvision') {
      const provided = (incentives: Patch) => runSmall(open(incentives)).books.paidBy(0, 'provision');
      expect(provided({ beside, ...entries })).toBeGreaterThan(provided({ beside }));
    } else expect(money).toBeGreaterThan(0);
  });
});
