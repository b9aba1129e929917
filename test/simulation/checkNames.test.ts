import { describe, expect, it } from 'vitest';
import { openSmall, type Patch } from '../support/smallScenario.ts';

const employers: Patch = {
  caseworkers: { duties: { employers: { kind: 'prospecting', role: 'adviser', pool: 'jobs', ask: 4 } } },
};
const usesJobs: Patch = { pathway: { transitions: { findsWork: { openings: 'jobs' } } } };
const pools = (...names: string[]): Patch => ({
  world: { openings: Object.fromEntries(names.map((name) => [name, { perWeek: 2 }])) },
});

describe('names that nobody has', () => {
  it.each([
    ['in a duty', employers],
    ['in a transition', usesJobs],
  ])('%s are told what there is, and where there is nothing, that', (_, patch) => {
    expect(() => openSmall(patch)).toThrow(
      /no pool of openings called "jobs"\n +found: +jobs\n +allowed: none: the file has none$/m,
    );
    expect(() => openSmall(patch, pools('job', 'homes'))).toThrow(
      /allowed: job, homes\n +did you mean: job$/m,
    );
    expect(() => openSmall(patch, pools('jobs'))).not.toThrow();
  });
});
