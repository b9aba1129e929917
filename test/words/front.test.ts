import { describe, expect, it } from 'vitest';
import type { FrontFindings } from '../../src/tables/front.ts';
import { frontSentences } from '../../src/words/front.ts';
import { beatenInWords, placesInWords } from '../../src/words/frontChecks.ts';
import { knee, onFront } from '../../src/words/frontTrade.ts';
import { studySentences } from '../../src/words/studies.ts';
import { fakeFrontTables } from '../charts/frontTables.ts';

const said = (options: Parameters<typeof fakeFrontTables>[0] = {}) =>
  frontSentences(fakeFrontTables(options)).join('\n');
const oneGoal = [{ measure: 'additional.rate[fifth=5]', better: 'higher' as const }];

describe('what is said of a front', () => {
  it('begins with its ends, and its price on both sides of where it bends', () => {
    const text = said();
    expect(studySentences(fakeFrontTables()).join('\n')).toBe(text);
    const [first, second] = text.split('\n');
    expect(first).toMatch(
      /^5 settings make up the front: none is beaten by another in both goals\. It goes from place 1 \(start fee: amount 600, key worker: posts 91\), with share with an additional outcome of the hardest fifth 1\.9%/,
    );
    expect(first).toContain('to place 5');
    // Fees of 600, 1,680, 2,760, 3,840 and 4,920: from each the next adds 0.1·((1−a/6000)² − (1−b/6000)²).
    expect(second).toMatch(/^The front bends most at place 3 /);
    const added = 10 * ((1 - 0.1) * (1 - 0.1) - (1 - 0.46) * (1 - 0.46));
    expect(second).toContain(
      `Up to there one point of share with an additional outcome of the hardest fifth costs £${Math.round(864_000 / added).toLocaleString('en-GB')} of total spending (${added.toFixed(1)} points for £864,000); beyond it £333,333 (2.6 points for £864,000).`,
    );
  });

  it('says which steps along it may be luck', () => {
    expect(said()).toContain('None of the 5 steps from a place to the next is clear in share with');
  });

  it('says what beats the scenario as it stands, or where it stands on the front', () => {
    expect(said()).toContain(
      'The scenario as it stands is beaten, though luck may be the reason, by places 2 and 3. Place',
    );
    const standing = { is: 'front' } as const;
    const own = { ...fakeFrontTables().study!.front!.file, standing };
    expect(said({ change: { file: { ...own, point: 2 } } })).toContain('lies on the front, at place 2');
    expect(said({ change: { file: own } })).toContain('is beaten by no point of the front');
    expect(said({ change: { file: { ...own, standing: { is: 'unknown' } } } })).toContain('has no value');
    const breaks: FrontFindings['file']['standing'] = {
      is: 'breaks',
      limits: ['parking.share'],
      clearly: true,
    };
    expect(said({ change: { file: { ...own, standing: breaks } } })).toContain('clearly breaks the limit of');
  });

  it('says how far luck flattered it, goal by goal', () => {
    expect(said()).toContain(
      'the 5 points (on average) that it put on the front over the scenario as it stands: share with an additional outcome of the hardest fifth +0.4 points (0.1 to 0.7); total spending +£1,200 (−£900 to £3,300), which may be nothing.',
    );
  });

  it('says what other luck makes of the points, and which limits are sure', () => {
    const text = said();
    expect(text).toContain('All 5 points that the search put on the front stay there with other luck.');
    expect(text).toContain(
      'Of 2 further points that luck could not tell from it or that keep to the limits more surely (3 more that are hard to tell were not run again), none is on the front',
    );
    expect(text).toMatch(/All points of the front keep to parked share of client-weeks of at most 30.0%/);
    const front = fakeFrontTables().study!.front!;
    const members = front.members.map((one) => ({
      ...one,
      limits: one.limits.map((limit) => ({ ...limit, chance: one.place === 2 ? 0.6 : 0.99 })),
    }));
    expect(said({ change: { members } })).toContain(
      'Place 2 may break parked share of client-weeks of at most 30.0%: the probability that it is kept is 60%.',
    );
  });

  it('does not count as staying what has no value in other luck', () => {
    const { members } = fakeFrontTables().study!.front!;
    const [, ...rest] = members;
    const lost = { ...members[0], place: null, file: null, standing: { is: 'unknown' as const } };
    expect(said({ change: { members: [...rest, lost] } })).toContain(
      'Of the 5 points that the search put on the front, 4 stay there with other luck; 1 is without a value of a goal or limit.',
    );
  });

  it('says of one goal which places are exactly as good', () => {
    expect(said({ goals: oneGoal, places: 2 })).toContain('Place 2 has exactly the same.');
  });

  it('says which parameters go along, and which stand at an end', () => {
    expect(said()).toContain(
      'Along the front, start fee: amount goes from 600 to 4,920 and key worker: posts goes from 91 to 95.',
    );
    const front = fakeFrontTables().study!.front!;
    const members = front.members.map((one) => ({
      ...one,
      settings: { ...one.settings, [Object.keys(one.settings)[0]]: 6000 },
    }));
    expect(said({ change: { members } })).toContain(
      'Start fee: amount stands at the upper end of what was tried (6,000) at every point of the front',
    );
  });

  it('says of one point that nothing has to be given up, and of none what no point keeps to', () => {
    expect(said({ places: 1 })).toMatch(/^One setting does best in every goal/);
    expect(said({ places: 0 })).toMatch(
      /^No point that was run again with other luck keeps to parked share of client-weeks of at most 30.0%/,
    );
    expect(said({ places: 0, limits: [] })).toMatch(
      /^No point that was run again .*has a value of every goal/,
    );
    expect(said({ places: 0 })).toContain('No point that was run again with other luck keeps to');
    const nearest = { point: 7, limits: [0.41] };
    expect(said({ places: 0, change: { nearest } })).toMatch(
      /^No point that was run keeps to .*The nearest, in the luck of the search, is .*with parked share of client-weeks 41\.0%\./,
    );
    expect(said({ places: 0, change: { members: [] } })).not.toContain('runs of other luck');
  });

  it('says of one goal what is best and what cannot be told from it', () => {
    const text = said({ goals: oneGoal, places: 1 });
    expect(text).toMatch(
      /^Best for share with an additional outcome of the hardest fifth \(higher is better\) is start fee: amount 600/,
    );
    const front = fakeFrontTables({ goals: oneGoal, places: 1 }).study!.front!;
    const members = front.members.map((one) =>
      one.standing.is === 'beaten' ? { ...one, standing: { ...one.standing, clearly: false } } : one,
    );
    expect(said({ goals: oneGoal, places: 1, change: { members } })).toContain(
      'One other point cannot be told from it by these runs.',
    );
  });

  it('says of a stopped search that its numbers flatter it, and shows no others', () => {
    const text = said({ done: false });
    expect(text).toContain('stopped before the front was told in other luck');
    expect(text).not.toContain('not defined');
    expect(text).not.toContain('95%');
    expect(text).toContain('It was stopped before all 30 were run.');
  });
});

describe('the bend of a front', () => {
  it('is farthest beyond the line between its ends, and there is none on a straight one', () => {
    const front = fakeFrontTables().study!.front!;
    expect(knee(front)?.place).toBe(3);
    const straight = {
      ...front,
      members: onFront(front).map((one, i) => ({
        ...one,
        goals: [
          { ...one.goals[0], mean: i },
          { ...one.goals[1], mean: 100 * i },
        ],
      })),
    };
    expect(knee(straight)).toBe(undefined);
    expect(knee({ ...front, members: front.members.slice(0, 2) })).toBe(undefined);
  });
});

describe('places', () => {
  it('are listed where they are few', () => {
    expect(placesInWords([2])).toBe('place 2');
    expect(beatenInWords({ is: 'beaten', by: [2], clearly: true })).toBe('clearly beaten by place 2');
    expect(beatenInWords({ is: 'beaten', by: [2, 3], clearly: true })).toBe(
      'clearly beaten by places 2 and 3',
    );
    expect(placesInWords([3, 1, 0])).toBe('the scenario as it stands and places 1 and 3');
    expect(placesInWords([1, 2, 3, 4, 5, 6, 9])).toBe('7 places from 1 to 9');
  });
});
