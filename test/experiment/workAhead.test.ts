import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openExperiment } from '../../src/experiment/members.ts';
import { type WorkAsked, workAhead } from '../../src/experiment/workAhead.ts';
import { replicateSize } from '../../src/simulation/index.ts';

const file = 'scenarios/first.yaml';
const text = readFileSync(file, 'utf8');
const experiment = (set: string[] = []) =>
  openExperiment([{ name: 'first', bundle: { file, text, extended: {}, set } }]);
const memory = { bytes: 8e9, words: 'this machine has' };
const asked: WorkAsked = { references: [], replicates: 10, threads: 2, memory };

test('work of usual size goes without a word', () => {
  expect(workAhead(experiment(), asked)).toEqual([]);
});

test('work of more than a day is told beforehand, by the threads that share it', () => {
  const { seconds } = replicateSize(experiment().designs.map(({ design }) => design));
  const days = (many: number) => Math.ceil((many * 86_400) / seconds);
  const [line, ...more] = workAhead(experiment(), { ...asked, replicates: days(6) });
  expect(line).toMatch(/^This may take about 3 days on 2 threads\. .*--scale/);
  expect(more).toEqual([]);
  expect(workAhead(experiment(), { ...asked, replicates: days(1.9) })).toEqual([]);
  expect(workAhead(experiment(), { ...asked, replicates: days(1.9), threads: 1 })).toHaveLength(1);
  // Nobody knows how long a cluster takes.
  expect(workAhead(experiment(), { ...asked, replicates: days(6), memory: undefined })).toEqual([]);
});

test('work of more than a hundred years is refused wherever it is done', () => {
  for (const where of [memory, undefined])
    expect(() => workAhead(experiment(), { ...asked, replicates: 1e12, memory: where })).toThrow(
      /^1e\+12|^1000000000000 replicates would take about \d+ years of one thread\. Ask for fewer/,
    );
});

test('a replicate that does not fit is refused, threads that do not fit together are told of', () => {
  const large = experiment(['clients.referrals=50000']);
  const { bytes } = replicateSize(large.designs.map(({ design }) => design));
  const roomFor = (replicates: number) => ({ ...memory, bytes: replicates * bytes });
  const four = { ...asked, threads: 4 };
  expect(() => workAhead(large, { ...four, memory: roomFor(0.9) })).toThrow(
    /clients\.referrals\n {2}one replicate needs/,
  );
  expect(workAhead(large, { ...four, memory: roomFor(2.5) })).toEqual([
    expect.stringMatching(/^4 threads may need about .* GB of memory, .*: --threads 2 needs less\.$/),
  ]);
  expect(workAhead(large, { ...four, replicates: 2, memory: roomFor(2.5) })).toEqual([]);
});
