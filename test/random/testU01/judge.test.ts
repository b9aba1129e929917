import { describe, expect, it } from 'vitest';
import { trialTable } from '../../../docs/generator/trials.ts';
import { walkNames } from '../../../src/random/walkNames.ts';
import { repository } from '../../docs/repository.ts';
import { readDieharder } from './batteries.ts';
import { extremes, passes, readStatistics, suspects } from './judge.ts';
import { withComponent } from './privateApt.ts';
import { readTrials, type Trial, withTrial } from './record.ts';
import { mixed, nameOf, streams } from './streams.ts';

const statistic = (p: number, test = 'Gap') => ({ number: 3, test, p });

describe('the verdict on p-values', () => {
  it('refuses what lies beyond 1e-10 on either side, and what is no number', () => {
    for (const p of [0, 9e-11, 1, 1 - 9e-11, Number.NaN]) expect(passes([statistic(p)], [])).toBe(false);
    for (const p of [2e-10, 0.5, 1 - 2e-10]) expect(passes([statistic(p)], [])).toBe(true);
    expect(passes([], [])).toBe(false);
  });

  it('runs again what lies beyond 1e-4, and refuses it where it does so again', () => {
    const given = [2e-5, 1.1e-4, 0.5, 1 - 1.1e-4, 1 - 2e-5].map((p) => statistic(p));
    expect(suspects(given).map(({ p }) => p)).toEqual([2e-5, 1 - 2e-5]);
    expect(passes(given, [{ test: 'Gap', p: 2e-5, again: 0.3 }])).toBe(true);
    expect(passes(given, [{ test: 'Gap', p: 2e-5, again: 1 - 3e-5 }])).toBe(false);
  });

  it('tells the extremes', () => {
    const found = extremes([statistic(0.4, 'a'), statistic(0.9, 'b'), statistic(0.1, 'c')]);
    expect(found).toEqual({ lowest: { test: 'c', p: 0.1 }, highest: { test: 'b', p: 0.9 } });
  });
});

describe('what batteries print', () => {
  it('is read from the driver of TestU01, and refused where it breaks off', () => {
    const output = '1\tBirthdaySpacings\t0.25\n6\tMaxOft AD\t1e-5\nwords\t1234\n';
    expect(readStatistics(output)).toEqual({
      statistics: [
        { number: 1, test: 'BirthdaySpacings', p: 0.25 },
        { number: 6, test: 'MaxOft AD', p: 1e-5 },
      ],
      words: 1234,
    });
    expect(() => readStatistics('1\tBirthdaySpacings\t0.25\n')).toThrow('did not come to its end');
    expect(() => readStatistics('1\tBirthdaySpacings\tx\nwords\t1\n')).toThrow('no p-value');
  });

  it('is read from the table of dieharder, where one name may have two rows', () => {
    const output = `#=====#
        test_name   |ntup| tsamples |psamples|  p-value |Assessment
   diehard_birthdays|   0|       100|     100|0.72340000|  PASSED
          sts_serial|   3|    100000|     100|0.76789808|  PASSED
          sts_serial|   3|    100000|     100|0.00000000|  FAILED`;
    expect(readDieharder(output)).toEqual([
      { number: 0, test: 'diehard_birthdays', p: 0.7234 },
      { number: 102, test: 'sts_serial 3', p: 0.76789808 },
      { number: 102, test: 'sts_serial 3 (2)', p: 0 },
    ]);
    expect(() => readDieharder('nothing')).toThrow('no table');
  });
});

describe('a private copy of apt’s sources', () => {
  it('adds the component to Debian’s own, in the newer form', () => {
    const text = `# a comment
Types: deb
URIs: http://mirror.example/debian
Suites: stable stable-updates
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb
URIs: https://elsewhere.example/node
Suites: nodistro
Components: main`;
    const copied = withComponent(text);
    expect(copied).toContain('Components: main non-free\nSigned-By');
    expect(copied).not.toContain('elsewhere');
    expect(withComponent(copied)).toBe(copied);
  });

  it('and in the older one', () => {
    const text =
      '# a comment\ndeb http://mirror.example/debian stable main\ndeb https://other.example x main\n';
    expect(withComponent(text)).toBe('deb http://mirror.example/debian stable main non-free');
  });
});

describe('the recorded trials', () => {
  const { smallCrush, crush } = readTrials(repository);

  it('have SmallCrush of every walk, either word, both, and both turned round: all passed', () => {
    expect(smallCrush!.streams.map(nameOf)).toEqual(streams.map(nameOf));
    expect(new Set(streams.map(({ walk }) => walk))).toEqual(new Set(walkNames));
    for (const stream of smallCrush!.streams) {
      expect([nameOf(stream), stream.statistics, stream.passed]).toEqual([nameOf(stream), 15, true]);
      expect(stream.lowest.p).toBeGreaterThan(1e-10);
      expect(stream.highest.p).toBeLessThan(1 - 1e-10);
    }
  });

  it('have Crush of the mixed stream and along each number alone: all passed', () => {
    const found = crush!.flatMap((trial) => trial.streams);
    expect(found.map(nameOf).sort()).toEqual(walkNames.map((walk) => nameOf({ ...mixed, walk })).sort());
    for (const stream of found)
      expect([nameOf(stream), stream.statistics, stream.passed]).toEqual([nameOf(stream), 144, true]);
  });

  it('keep the newest of each stream', () => {
    const [first] = crush!;
    const one = (walk: string, date: string): Trial => ({
      ...first,
      date,
      streams: [{ ...first.streams[0], walk }],
    });
    const both: Trial = {
      ...first,
      date: 'old',
      streams: [...one('a', '').streams, ...one('b', '').streams],
    };
    const kept = withTrial([both, one('c', 'old')], one('a', 'new'));
    expect(kept.map(({ date, streams }) => [date, ...streams.map(({ walk }) => walk)])).toEqual([
      ['old', 'b'],
      ['old', 'c'],
      ['new', 'a'],
    ]);
    expect(withTrial(kept, one('b', 'new')).map(({ streams }) => streams[0].walk)).toEqual(['c', 'a', 'b']);
  });

  it('are told by the page with date, commit, Node and command', () => {
    const table = trialTable(smallCrush!) + trialTable(...crush!);
    for (const trial of [smallCrush!, ...crush!]) {
      for (const word of [trial.date, trial.commit, trial.node, trial.command]) expect(table).toContain(word);
      expect(trial.commit).toMatch(/^[0-9a-f]{9}$/);
    }
  });
});
