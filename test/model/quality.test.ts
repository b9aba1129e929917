import { describe, expect, it } from 'vitest';
import type { World } from '../../src/model/world.ts';
import { openSmall, type Patch, runSmall } from '../support/smallScenario.ts';

const withQuality: Patch = {
  clients: { referrals: { value: 30 } },
  pathway: {
    transitions: {
      findsWork: { hazard: '0.2', quality: '0.5' },
      losesWork: { hazard: '0.3 * (1 - quality)' },
    },
  },
};

describe('the quality of an outcome', () => {
  it('moves how long it lasts, for client and twin: here good jobs are never lost, and bad ones soon', () => {
    const world = runSmall(openSmall(withQuality));
    const loss = world.names.events.indexOf('jobLoss');
    const start = world.names.events.indexOf('jobStart');
    for (const lives of [world.clients, world.twins] as World['clients'][]) {
      let good = 0;
      let lost = 0;
      for (let row = 0; row < world.people.count; row++) {
        if (lives.firstEvent[start][row] < 0) continue;
        if (lives.goodQuality[row] === 1) {
          good++;
          expect(lives.firstEvent[loss][row]).toBe(-1);
          expect(lives.quality[row]).toBe(1);
        } else if (lives.firstEvent[loss][row] >= 0) lost++;
      }
      expect(good).toBeGreaterThan(100);
      expect(lost).toBeGreaterThan(100);
    }
  });

  it('is drawn anew with each main event; the first is kept apart', () => {
    const world = runSmall(openSmall(withQuality));
    const later = Array.from(world.clients.quality).filter(
      (quality, row) => quality === 1 && world.clients.goodQuality[row] === 0,
    );
    expect(later.length).toBeGreaterThan(30);
  });
});
