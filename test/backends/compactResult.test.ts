import { describe, expect, it } from 'vitest';
import { compact, whole } from '../../src/backends/compactResult.ts';
import { firstScenario } from '../../src/cli/firstScenario.ts';
import type { ReplicateResult } from '../../src/simulation/contract.ts';
import { openScenario, simulateReplicate } from '../../src/simulation/index.ts';

const crossed = (result: ReplicateResult): ReplicateResult => whole(structuredClone(compact(result)));

describe('a result that crosses to another thread', () => {
  it('comes out as it went in, with reasons, tables and all designs', () => {
    const loaded = openScenario({
      file: 'first.yaml',
      text: firstScenario,
      extended: {},
      set: ['clock.referralWeeks=3', 'clients.referrals=1'],
    });
    const result = simulateReplicate(loaded, 4, { references: [], clientTable: true });
    expect(result.designs.some(({ rows }) => rows.some(({ why }) => why !== undefined))).toBe(true);
    expect(crossed(result)).toEqual(result);
  });

  it('keeps what is no number, which the fold refuses, apart from what has no value', () => {
    const rows = [
      { measure: 'a', slice: '', value: Number.NaN },
      { measure: 'b', slice: 'fifth=1', value: null },
      { measure: 'c', slice: '', value: null, why: 'nobody came' },
      { measure: 'd', slice: '', value: -0 },
      { measure: 'd', slice: 'fifth=2', value: Number.POSITIVE_INFINITY },
    ];
    const result = { replicate: 0, designs: [{ design: 'one', rows, weekly: [] }] };
    expect(crossed(result)).toEqual(result);
  });

  it('may be empty', () => {
    const result = { replicate: 3, designs: [{ design: 'one', rows: [], weekly: [] }] };
    expect(crossed(result)).toEqual(result);
  });
});
