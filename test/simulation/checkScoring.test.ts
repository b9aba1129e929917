import { describe, expect, it } from 'vitest';
import { openSmall, type Patch } from '../support/smallScenario.ts';

const distance: Patch = { incentives: { distance: { kind: 'progress', role: 'adviser', amount: 100 } } };
const scored = (role: string): Patch => ({ commissioner: { scoring: { role } } });

describe('scores of need', () => {
  it('are needed where a fall of them is paid for: nothing would come of it, and nobody would say so', () => {
    expect(() => openSmall(distance)).toThrow(/incentives\.distance[\s\S]*nobody scores need[\s\S]*adviser/);
    expect(() => openSmall(distance, scored('adviser'))).not.toThrow();
  });

  it('are made by a role that there is', () => {
    expect(() => openSmall(scored('advisor'))).toThrow(
      /commissioner\.scoring\.role[\s\S]*no role called "advisor"[\s\S]*adviser/,
    );
  });
});
