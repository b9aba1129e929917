import type { FoldPlan } from '../../src/experiment/foldPlan.ts';
import type { DesignResult, ReplicateResult } from '../../src/simulation/contract.ts';

export const fakePlan: FoldPlan = {
  designs: ['asBuilt', 'outcomeOnly'],
  base: 'asBuilt',
  isLogScaled: (measure) => measure === 'creaming.ratio',
};

/** Fixed numbers that look like luck: the same for the same arguments. */
function fakeLuck(replicate: number, salt: number): number {
  const x = Math.imul(replicate * 7919 + salt * 104_729 + 1, 2_654_435_761) >>> 0;
  return (x + 0.5) / 4_294_967_296;
}

/** A small result with every kind of value: plain, log-scaled, undefined always, undefined sometimes, weekly gaps. */
export function fakeReplicate(replicate: number, clientTable = false): ReplicateResult {
  const design = (id: string, shift: number): DesignResult => ({
    design: id,
    rows: [
      { measure: 'outcome.rate', slice: '', value: 0.25 + shift + 0.02 * fakeLuck(replicate, 1) },
      { measure: 'outcome.rate', slice: 'fifth=5', value: 0.1 + shift + 0.02 * fakeLuck(replicate, 2) },
      {
        measure: 'hours.byDisposition',
        slice: 'disposition=caregiver,fifth=5',
        value: 0.4 + fakeLuck(replicate, 3),
      },
      { measure: 'creaming.ratio', slice: '', value: 1 + shift + fakeLuck(replicate, 4) },
      { measure: 'harm.parking', slice: '', value: null, why: 'nobody was parked' },
      replicate % 3 === 1
        ? { measure: 'cost.perAdditional', slice: '', value: null, why: 'no additional outcome' }
        : { measure: 'cost.perAdditional', slice: '', value: 9000 + 1000 * fakeLuck(replicate, 5 + shift) },
    ],
    weekly: [
      { series: 'caseload', slice: '', values: Float64Array.from([10, 20 + replicate, 30 + shift]) },
      { series: 'paid', slice: '', values: Float64Array.from([Number.NaN, fakeLuck(replicate, 6), shift]) },
    ],
    ...(clientTable && {
      clients: [
        { name: 'client', type: 'INT32' as const, data: Int32Array.from([1, 2, 3]) },
        {
          name: 'need',
          type: 'DOUBLE' as const,
          data: Float64Array.from([0.1, 0.5, fakeLuck(replicate, 7)]),
        },
        { name: 'group', type: 'WORD' as const, data: Int16Array.from([0, -1, 1]), words: ['esa', 'jsa'] },
        { name: 'strain', type: 'DOUBLE' as const, data: Float64Array.from([0.5, 1, Number.NaN]) },
      ],
      caseworkers: [
        {
          name: 'caseworker',
          type: 'ID' as const,
          data: Uint32Array.from([1, 2]),
          of: 'caseworker' as const,
        },
      ],
    }),
  });
  return { replicate, designs: [design('asBuilt', 0), design('outcomeOnly', 0.05)] };
}
