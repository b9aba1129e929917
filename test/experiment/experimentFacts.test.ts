import { describe, expect, it } from 'vitest';
import { experimentFacts } from '../../src/experiment/experimentFacts.ts';
import { openExperiment } from '../../src/experiment/members.ts';
import type { DesignChange } from '../../src/words/tables.ts';
import { openedBundled } from '../support/opened.ts';

/** What the facts of a run of a bundled scenario say that each of its designs sets. */
function changesIn(path: string): Map<string, readonly DesignChange[] | undefined> {
  const loaded = openedBundled(path);
  const bundle = { file: `${path}.yaml`, text: '', set: [], inherited: {} } as never;
  const { designs } = experimentFacts(
    openExperiment([{ name: path, bundle }], [], () => loaded),
    {
      kind: 'run',
      scenario: path,
      command: '',
      version: '0',
      replicates: 1,
      replicatesAsked: 1,
      partial: false,
    },
  );
  return new Map(designs.map(({ id, changes }) => [id, changes]));
}

describe('what a design sets otherwise than the base', () => {
  const pilot = changesIn('activation-pilot');

  it('is nothing for the base', () => {
    expect(pilot.has('asBuilt')).toBe(true);
    expect(pilot.get('asBuilt')).toBeUndefined();
  });

  it('tells of switches, too: without that a design may seem to set nothing', () => {
    expect(pilot.get('noScreening')).toEqual([
      { path: 'caseworkers.roles.coordinator.screening.on', from: true, to: false },
    ]);
    expect([...pilot].filter(([id, changes]) => id !== 'asBuilt' && changes === undefined)).toEqual([]);
  });

  it('tells the numbers of what only one of them has, and no kinds and titles', () => {
    const grant = pilot.get('blockGrant')!;
    expect(grant).toContainEqual({ path: 'incentives.start.amount', from: 600, to: null, unit: 'money' });
    expect(grant).toContainEqual({ path: 'incentives.grant.amount', from: null, to: 99000, unit: 'money' });
    expect(grant.filter(({ path }) => /\.(kind|title|note|per)$/.test(path))).toEqual([]);
  });

  it('says from which week on it is so, where a date of the base makes a difference', () => {
    const same = pilot.get('sameMaximum')!.filter(({ path }) => path === 'incentives.start.amount');
    expect(same).toEqual([
      { path: 'incentives.start.amount', from: 600, to: 1200, unit: 'money' },
      { path: 'incentives.start.amount', from: 900, to: 1200, unit: 'money', week: 13 },
    ]);
  });

  it('is as it stands from its first week on for a design that begins later', () => {
    const later = changesIn('strategic-outcomes').get('indicatorOnly')!;
    expect(later.length).toBeGreaterThan(0);
    expect(later.filter(({ week }) => week !== undefined && week <= 156)).toEqual([]);
    expect(later.every(({ from, to }) => from !== to)).toBe(true);
  });
});
