import { describe, expect, it } from 'vitest';
import { openedBundled } from '../support/opened.ts';
import { goldenCases } from './cases.ts';
import { replicateLines } from './replicateLines.ts';

/*
 * Numbers of an earlier commit, to the last digit. They do not say that a number is right, only that it has moved: a
 * change that is meant is written by `npx vitest run test/golden -u`, and the changelog then has a "Results change".
 */

describe('stored numbers of bundled scenarios', () => {
  it.each(goldenCases)('are those of $scenario', async ({ scenario, scale }) => {
    const lines = replicateLines(openedBundled(scenario, [`scale=${scale}`]));
    await expect(lines).toMatchFileSnapshot(`numbers/${scenario.replace('/', '-')}.txt`);
  });
});
