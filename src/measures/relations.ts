import { TRANSACTION_ACCOUNT } from '../model/commissioner/relations.ts';
import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { accountNamed, paidInAccount } from './ledger.ts';
import type { MeasureDoc, MeasureFamily, MeasureObserver } from './measure.ts';
import { valueRow } from './slices.ts';

const measures: MeasureDoc[] = [
  {
    id: 'commissioner.trust',
    kind: 'world',
    unit: 'trust, index from 0 to 1',
    definition: 'Trust of the commissioner in offices, on the mean of the run.',
    formula:
      'Mean over steps of trust at the end of the step; the whole by the shares of referrals that offices have then.',
    reading:
      'High: kept promises and no turnover. It saves costs and brings knowledge, and it spares scrutiny.',
    caveat: 'Trust says nothing of true value: a captured commissioner trusts, too.',
    slices: ['office'],
  },
  {
    id: 'commissioner.turnovers',
    kind: 'world',
    unit: 'commissioners',
    definition: 'Commissioners who left.',
    formula: 'Draws of leaving that came true; 0 where `commissioner.relations.turnover` is 0.',
    reading: 'What rested on one person was lost so often.',
    caveat: 'Each takes trust in all offices along, the deserved and the undeserved.',
    slices: [],
  },
  {
    id: 'commissioner.transaction',
    kind: 'world',
    unit: 'money',
    definition: 'What reviews and new contracts cost the commissioner.',
    formula:
      'Σ reviewCost × (1 − trust) over offices reviewed + Σ contractCost × (1 − trust) over new contracts.',
    reading: 'What it costs to keep providers at arm’s length.',
    caveat: 'Costs of bidders and of offices under review are not counted.',
    slices: [],
  },
];

/** The commissioner's trust in offices, what cut it off, and what the lack of it costs. */
export const relations: MeasureFamily = {
  id: 'relations',
  measures,
  create: () => new RelationsObserver(),
};

class RelationsObserver implements MeasureObserver {
  private whole = 0;
  private offices: number[] = [];
  private steps = 0;

  observe({ commissioner, offices }: World): void {
    this.steps++;
    const weight = offices.referralShare.reduce((a, b) => a + b, 0);
    for (let office = 0; office < offices.count; office++) {
      const trust = commissioner.trust[office];
      this.offices[office] = (this.offices[office] ?? 0) + trust;
      if (weight > 0) this.whole += (offices.referralShare[office] / weight) * trust;
    }
  }

  finish({ names, commissioner, books }: World): MeasureRow[] {
    const account = accountNamed(books, TRANSACTION_ACCOUNT);
    const trusts = this.offices.some((sum) => sum > 0);
    const mean = (sum: number): number | null => (trusts && this.steps > 0 ? sum / this.steps : null);
    const nobody = 'the commissioner trusts nobody: commissioner.relations say nothing';
    return [
      valueRow('commissioner.trust', '', mean(this.whole), nobody),
      ...(trusts
        ? names.offices.map((name, office) =>
            valueRow('commissioner.trust', `office=${name}`, mean(this.offices[office]), nobody),
          )
        : []),
      valueRow('commissioner.turnovers', '', commissioner.turnovers, ''),
      valueRow('commissioner.transaction', '', account < 0 ? 0 : paidInAccount(books, account), ''),
    ];
  }
}
