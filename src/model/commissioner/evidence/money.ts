import type { EvidenceKind } from './kind.ts';

/** What an office was paid per attached client: what costs less counts for the office. */
export const money: EvidenceKind = {
  id: 'money',
  lines({ world: { books, reports }, offices, from, to, stage }) {
    const values = offices.map((office) => {
      let paid = 0;
      for (let step = Math.max(0, from); step < to; step++) paid += books.officeIncome(office, step);
      const clients = reports.meanCaseload([office], from, to);
      return clients > 0 ? -paid / clients : Number.NaN;
    });
    return [{ weight: stage.money, values }];
  },
};
