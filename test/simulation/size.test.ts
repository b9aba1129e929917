import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { createObservers } from '../../src/measures/index.ts';
import { buildPeople, countReferred } from '../../src/model/build/people.ts';
import { inSteps } from '../../src/model/inSteps.ts';
import { UnrunnableError } from '../../src/model/unrunnable.ts';
import { seedKey } from '../../src/random/index.ts';
import { buildWorld } from '../../src/simulation/build.ts';
import {
  bytesInWords,
  countInWords,
  memoryProblem,
  openScenario,
  replicateSize,
  runWorld,
  Sharing,
  timeInWords,
} from '../../src/simulation/index.ts';

const open = (name: string, set: string[] = []) => {
  const file = `scenarios/${name}.yaml`;
  return openScenario({
    file,
    text: readFileSync(file, 'utf8'),
    extended: {},
    set: ['replicates=1', ...set],
  });
};
const problemOf = (set: string[]): string => {
  try {
    open('first', set);
  } catch (error) {
    return (error as Error).message;
  }
  return 'none';
};

/** Bytes of all typed arrays that can be reached from something; what closures hold cannot. */
function bytesHeld(...from: unknown[]): number {
  const seen = new Set<unknown>();
  const buffers = new Set<ArrayBufferLike>();
  while (from.length > 0) {
    const one = from.pop();
    if (typeof one !== 'object' || one === null || seen.has(one)) continue;
    seen.add(one);
    if (ArrayBuffer.isView(one)) buffers.add(one.buffer);
    else if (one instanceof Map || one instanceof Set) from.push(...one.values());
    else from.push(...Object.values(one));
  }
  return [...buffers].reduce((sum, { byteLength }) => sum + byteLength, 0);
}

describe('the estimate of a replicate', () => {
  // Each with one design; the estimate may be above what is seen, since closures of measures and lists hold more.
  it.each([
    ['first', 10],
    ['activation-pilot', 0.3],
    ['liaison-diversion', 0.3],
    ['strategic-outcomes', 1],
  ])('is near the bytes that a world of %s holds at its end', (name, scale) => {
    const loaded = open(name, [
      `scale=${scale}`,
      'measures.references=[]',
      'measures.decomposition.event=""',
    ]);
    const [design] = loaded.designs;
    const size = replicateSize([design]);
    const shared = new Sharing(loaded, 0).of(design);
    const built = buildWorld(design, shared);
    const observers = createObservers(undefined, built.world, inSteps(design.scenario));
    built.world.observers.push((now) => observers.observe(now));
    runWorld(built);
    const ratio = size.bytes / bytesHeld(built.world, observers, shared.people, shared.twins);
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1.5);
  });

  it('knows how many come: as many as are drawn, to six standard deviations of a Poisson count', () => {
    for (const set of [[], ['clients.growth=0.02'], ['clock.step=day'], ['scale=3']]) {
      const loaded = open('first', set);
      const [{ scenario }] = loaded.designs;
      const { people } = replicateSize(loaded.designs);
      const drawn = countReferred(inSteps(scenario), seedKey(scenario.seed), 0);
      expect(Math.abs(drawn - people)).toBeLessThan(6 * Math.sqrt(people * scenario.scale) + 1);
    }
  });

  it.each([
    [[]],
    [['clients.arrivals=replace', 'designs.grant.set.incentives.grant.places=10', 'clients.reserve=7']],
  ])('counts without making them whom a replicate has, with %j', (set) => {
    const { scenario } = open('first', set).designs[0];
    const key = seedKey(scenario.seed);
    for (const replicate of [0, 1, 2])
      expect(countReferred(scenario, key, replicate)).toBe(buildPeople(scenario, key, replicate).count);
  });

  it('counts worlds: companions lie beside, designs one after the other, people are shared where they are the same', () => {
    const loaded = open('first');
    const [base, other] = loaded.designs;
    const one = replicateSize([base]);
    const two = replicateSize([base, other]);
    expect(two.bytes).toBe(one.bytes);
    expect(two.seconds).toBeGreaterThan(1.4 * one.seconds);
    expect(replicateSize([base], ['equalTime', 'needFirst']).bytes).toBeGreaterThan(2 * one.bytes);
    const apart = open('first', ['designs.grant.set.clients.barrierSpread=0.5']).designs;
    expect(replicateSize(apart).bytes).toBeGreaterThan(one.bytes);
  });
});

describe('what no world can hold', () => {
  it('is refused at the number that asks for it, with memory, time and what to do', () => {
    // A thousand million people: 1e9 × (about 400 bytes, and 104 weeks of 1.1 µs each) are 400 GB and 32 hours.
    const refused = problemOf([`clients.referrals=${1e9 / 52}`]);
    expect(refused).toContain('clients.referrals');
    expect(refused).toMatch(
      /about 1,000,000,000 people .* about [34]\d0 GB of memory and takes about 1\.\d days/,
    );
    expect(refused).toContain('at most 20,000,000');
    expect(refused).toContain('--scale 0.02');
    expect(problemOf(['clients.referrals=1e5', 'scale=1000'])).toContain('--set scale=1000:1:7  scale');
    expect(problemOf(['clients.referrals=1.1e6', 'clock.referralWeeks=10'])).toMatch(
      /1,100,000 people would be referred in one step/,
    );
    const replaced = [
      'clients.arrivals=replace',
      'designs.grant.set.incentives.grant.places=10',
      'clients.reserve=1e9',
    ];
    expect(problemOf(replaced)).toContain('clients.reserve');
    expect(problemOf(['clients.referrals=1e300'])).toContain('GB of memory');
  });

  it('is refused while it is drawn, where only a long tail asks for it', () => {
    const loaded = open('first', ['clients.referrals=lognormal(300000,3)']);
    const scenario = inSteps(loaded.designs[0].scenario);
    // Of 200 seeds some draw a week of more than a million; none gets past the check.
    const counts = Array.from({ length: 200 }, (_, replicate) => {
      try {
        return countReferred(scenario, seedKey('tail'), replicate);
      } catch (error) {
        expect(error).toBeInstanceOf(UnrunnableError);
        return undefined;
      }
    });
    expect(counts).toContain(undefined);
    for (const count of counts) if (count !== undefined) expect(count).toBeLessThanOrEqual(20_000_000);
  });
});

describe('what one machine cannot hold', () => {
  const here = { bytes: 1e8, words: 'this machine has' };

  it('is refused with what is asked, what there is, and a scale that fits', () => {
    const loaded = open('first', ['clients.referrals=50000']);
    const problem = memoryProblem(loaded, loaded.designs, [], here)!;
    expect(problem).toMatchObject({ path: 'clients.referrals', file: '--set clients.referrals=50000' });
    expect(problem.message).toMatch(/needs about 1(\.\d)? GB .*, and this machine has 100 MB$/);
    const scale = /--scale (\S+)$/.exec(problem.allowed!)![1];
    const smaller = open('first', ['clients.referrals=50000', `scale=${scale}`]);
    expect(memoryProblem(smaller, smaller.designs, [], here)).toBeUndefined();
  });

  it('names scale or posts where they make it large', () => {
    const large = open('first', ['clients.referrals=100', 'scale=500']);
    expect(memoryProblem(large, large.designs, [], here)!.path).toBe('scale');
    const posts = open('first', ['caseworkers.roles.adviser.posts=16384']);
    expect(memoryProblem(posts, posts.designs, [], { ...here, bytes: 1e6 })!.path).toBe(
      'caseworkers.roles.adviser.posts',
    );
  });
});

test('sizes in words have two digits and a unit that people use', () => {
  expect([0, 999_999, 13_400_000, 4.8e10, 5e23].map(bytesInWords)).toEqual([
    'less than 1 MB',
    'less than 1 MB',
    '13 MB',
    '48 GB',
    '500000000000000 GB',
  ]);
  expect([0.2, 1, 90, 7200, 86_400, 3e5, 4e7, 3e12].map(timeInWords)).toEqual([
    'less than a second',
    '1 second',
    '1.5 minutes',
    '2 hours',
    '1 day',
    '3.5 days',
    '1.3 years',
    '95000 years',
  ]);
  expect([0, 12, 1_048_576, 5.2e7, 1e9, 3e15].map(countInWords)).toEqual([
    '0',
    '12',
    '1,050,000',
    '52,000,000',
    '1,000,000,000',
    '3000000000000000',
  ]);
});
