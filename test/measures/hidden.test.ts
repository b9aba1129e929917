import { describe, expect, it } from 'vitest';
import { mean, replicates, standardError } from '../support/interval.ts';
import type { Patch } from '../support/smallScenario.ts';
import { observed } from './observed.ts';

const measured = (latent: Patch, replicate = 0) =>
  observed({ clients: { latent }, pathway: { programme: { dropOut: 0 } } }, ['hidden', 'hours'], {
    replicate,
  });

describe('hidden problems', () => {
  it('are found at the first contact where one look is enough, and never where no look is', () => {
    const all = measured({ share: 1, discovery: 1000 });
    for (const slice of ['', '[fifth=2]'])
      expect(all.of(`hidden.weeks${slice}`)).toBe(all.of(`contact.firstWeek${slice}`));
    expect(all.of('hidden.found')).toBeGreaterThan(0.9);
    const none = measured({ share: 1, discovery: 0 });
    expect(none.of('hidden.found[group=near]')).toBe(0);
    expect(none.of('hidden.weeks')).toBeNull();
  });

  it('are counted among attached clients who have one, by group', () => {
    const { world, of } = measured({ share: 0.5, discovery: 0.2 });
    const { people, service, names } = world;
    names.groups.forEach((name, group) => {
      let having = 0;
      let found = 0;
      for (let row = 0; row < people.count; row++) {
        if (service.attachedAt[row] < 0 || people.latent[row] === 0 || people.group[row] !== group) continue;
        having++;
        found += service.found[row];
      }
      // Who joined stays for 26 weeks at most: some are found after the horizon of 20, and leave with a job before.
      const share = of(`hidden.found[group=${name}]`)!;
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThanOrEqual(found / having + 1e-12);
    });
  });

  it('are found by more the faster discovery is', () => {
    const differences = replicates(6).map(
      (replicate) =>
        measured({ share: 1, discovery: 0.3 }, replicate).of('hidden.found')! -
        measured({ share: 1, discovery: 0.1 }, replicate).of('hidden.found')!,
    );
    expect(mean(differences) - 4.0 * standardError(differences)).toBeGreaterThan(0);
  });

  it('are undefined with a reason where nothing is hidden', () => {
    expect(measured({ share: 0 }).rows.filter(({ measure }) => measure.startsWith('hidden.'))).toEqual(
      ['hidden.found', 'hidden.weeks'].map((measure) => ({
        measure,
        slice: '',
        value: null,
        why: 'nobody who was attached had a hidden barrier',
      })),
    );
  });
});
