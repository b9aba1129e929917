import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { reviewKinds } from '../../../src/model/commissioner/registry.ts';
import { openSmall, type Patch } from '../../support/smallScenario.ts';
import { threeOffices } from './programme.ts';

describe('kinds of review', () => {
  it('say what they do, and have an example that a file may hold', () => {
    for (const kind of Object.values(reviewKinds)) {
      expect(kind.title.trim()).not.toBe('');
      expect(kind.does.trim()).not.toBe('');
      const reviews = JSON.parse(
        JSON.stringify(parse(kind.example)).replace('sustained26', 'sustained'),
      ) as Patch;
      const loaded = openSmall(threeOffices, { clock: { referralWeeks: 130 }, commissioner: { reviews } });
      const [terms] = Object.values(loaded.designs[0].scenario.commissioner.reviews);
      expect(terms.kind).toBe(kind.kind);
    }
  });
});
