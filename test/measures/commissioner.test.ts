import { describe, expect, it } from 'vitest';
import { commissioner, rankCorrelation } from '../../src/measures/commissioner.ts';
import type { HeldReview } from '../../src/model/commissioner/state.ts';
import { HandMadeWorld, measure, whyOf } from './handMadeWorld.ts';

const review = (more: Partial<HeldReview>): HeldReview => ({
  step: 10,
  name: 'renewal',
  kind: 'renew',
  offices: [0, 1],
  evidence: [-1, 1],
  value: [0.02, 0.01],
  changedByStories: false,
  changedByFavour: false,
  ...more,
});
const measured = (...held: HeldReview[]) => {
  const hand = new HandMadeWorld([{ need: 0.5 }]);
  hand.world.commissioner.held.push(...held);
  return measure(commissioner, hand);
};

describe('false ends', () => {
  it('are of a provider that was truly better than who got the contract', () => {
    const ended = { office: 0, successor: 1 };
    expect(measured(review({ ended }))['commissioner.falseEnd']).toBe(1);
    expect(measured(review({ ended, value: [0.01, 0.02] }))['commissioner.falseEnd']).toBe(0);
    const both = measured(review({ ended }), review({ ended: { office: 1, successor: 0 } }));
    expect(both['commissioner.falseEnd']).toBe(0.5);
    expect(both['commissioner.ended']).toBe(2);
    expect(both['commissioner.ended[office=south]']).toBe(1);
    expect(both['commissioner.bestEnded']).toBe(1);
  });

  it('are judged against those who stayed where the successor is new, and not at all where nobody is', () => {
    const three = { offices: [0, 1, 2], evidence: [-1, 0, 1], ended: { office: 0, successor: 7 } };
    expect(measured(review({ ...three, value: [0.02, 0.01, 0.04] }))['commissioner.falseEnd']).toBe(0);
    expect(measured(review({ ...three, value: [0.03, 0.01, 0.04] }))['commissioner.falseEnd']).toBe(1);
    expect(measured(review({ ...three, value: [0.03, Number.NaN, 0.04] }))['commissioner.falseEnd']).toBe(0);
    const alone = measured(
      review({ offices: [0], evidence: [-1], value: [0.1], ended: { office: 0, successor: 1 } }),
    );
    expect(alone['commissioner.falseEnd']).toBeNull();
    expect(alone['commissioner.bestEnded']).toBe(0);
  });

  it('have no number where no contract ended', () => {
    expect(measured(review({}))['commissioner.falseEnd']).toBeNull();
    const hand = new HandMadeWorld([{ need: 0.5 }]);
    const rows = commissioner.create(hand.setup).finish(hand.world, {});
    expect(whyOf(rows, 'commissioner.falseEnd')).toContain('no contract');
    expect(whyOf(rows, 'board.priority')).toContain('no board');
    expect(whyOf(rows, 'rivals.placed')).toContain('unlimited');
  });
});

describe('rank agreement', () => {
  it('is Spearman’s correlation, with ties at mid-rank', () => {
    expect(rankCorrelation([1, 2, 3], [10, 20, 30])).toBe(1);
    expect(rankCorrelation([1, 2, 3], [30, 20, 10])).toBe(-1);
    // Ranks 1 2 3 4 against 1 3 2 4: 1 − 6 × 2 / (4 × 15).
    expect(rankCorrelation([1, 2, 3, 4], [1, 3, 2, 4])).toBeCloseTo(0.8, 12);
    // Ranks 1.5 1.5 3 against 1 2 3: 1.5 / √(1.5 × 2).
    expect(rankCorrelation([5, 5, 9], [1, 2, 3])).toBeCloseTo(1.5 / Math.sqrt(3), 12);
    expect(rankCorrelation([1, 1], [1, 2])).toBeUndefined();
    expect(rankCorrelation([1, Number.NaN], [1, 2])).toBeUndefined();
  });

  it('is the mean over reviews that had evidence', () => {
    const unknown = review({ evidence: [Number.NaN, Number.NaN] });
    expect(measured(review({}), review({ value: [0, 1] }), unknown)['commissioner.rankAgreement']).toBe(0);
    expect(measured(unknown)['commissioner.rankAgreement']).toBeNull();
  });
});

describe('the board', () => {
  it('shows its priorities where it sets any, and the decisions that stories changed', () => {
    const rows = measured(review({ kind: 'prioritise', changedByStories: true }), review({}));
    expect(rows['board.priority[kind=maintenance]']).toBeCloseTo(1 / 3, 12);
    expect(rows['commissioner.changedByStories']).toBe(1);
    expect(rows['commissioner.reviews']).toBe(2);
    expect(rows['commissioner.share[office=south]']).toBe(0.3);
  });
});
