import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bibtex } from '../../src/words/citation.ts';
import { gainsSentence, spanSentence } from '../../src/words/evaluation.ts';
import { sensitivityCommand } from '../../src/words/repeat.ts';
import type { ReportTables } from '../../src/words/tables.ts';
import { fakeTables, sevenDesigns } from '../charts/fakeTables.ts';

/** Two designs of which one measure differs by between `lo` and `hi`. */
function twoDesigns(key: { measure: string; slice: string }, lo: number, hi: number): ReportTables {
  const tables = fakeTables({ designs: sevenDesigns.slice(0, 2) });
  const rows = tables.differences.filter(
    ({ measure, slice }) => measure !== key.measure || slice !== key.slice,
  );
  const row = { ...tables.differences[0], ...key, mean: (lo + hi) / 2, sd: hi - lo, lo, hi };
  return { ...tables, differences: [...rows, row] };
}

const end = fc.double({ min: -0.4, max: 0.4, noNaN: true }).filter((value) => Math.abs(value) > 1e-3);

describe('what each section tells', () => {
  it('turns with the sign of a difference, and is not told where the interval covers 0', () => {
    fc.assert(
      fc.property(end, end, (one, two) => {
        const [lo, hi] = [Math.min(one, two), Math.max(one, two)];
        const words = spanSentence(
          twoDesigns({ measure: 'outcome.rate', slice: '' }, lo, hi),
          'outcome.rate',
        );
        if (lo <= 0 && hi >= 0) expect(words).toMatch(/; these runs do not tell the other design from it\.$/);
        else expect(words).toMatch(lo > 0 ? /; [\d.]+ points higher / : /; [\d.]+ points lower /);
      }),
    );
  });

  it('says who gains and who loses time, by a size without a sign', () => {
    fc.assert(
      fc.property(end, end, (one, two) => {
        const [lo, hi] = [Math.min(one, two), Math.max(one, two)];
        const key = { measure: 'hours.perClientWeek', slice: 'fifth=5' };
        const words = gainsSentence(twoDesigns(key, lo, hi), sevenDesigns[1].id);
        const verb = lo > 0 ? 'gains' : hi < 0 ? 'loses' : 'neither gains nor loses time';
        expect(words).toContain(`the hardest fifth ${verb}`);
        expect(words).not.toMatch(/(gains|loses) [−+]/);
      }),
    );
  });
});

describe('what is to be repeated and cited', () => {
  it('names the command for the file at its size, where there is one file', () => {
    const of = (kind: 'run' | 'compare', command: string) =>
      sensitivityCommand({ ...fakeTables().manifest, kind, command });
    expect(of('run', "streetlevel run 'my file.yaml' --set 'a.b=1 2' --replicates 3 --scale 0.1")).toBe(
      "streetlevel sensitivity 'my file.yaml' --set 'a.b=1 2' --scale 0.1",
    );
    expect(of('compare', 'streetlevel compare first#grant --replicates 3')).toBe(
      'streetlevel sensitivity first',
    );
    expect(of('compare', 'streetlevel compare one.yaml two.yaml')).toBeUndefined();
    expect(of('run', 'streetlevel run -')).toBeUndefined();
  });

  it('is an entry in which nothing of a title is a command to TeX', () => {
    const entry = bibtex({ ...fakeTables().manifest, title: '50% of {A} & B_c' });
    expect(entry).toContain('50\\% of \\{A\\} \\& B\\_c');
    expect(entry.replaceAll(/\\[{}]/g, '').split('{').length).toBe(
      entry.replaceAll(/\\[{}]/g, '').split('}').length,
    );
  });
});
