/**
 * Holds the claims of lessons against other seeds, as a class would draw them, and prints how often each holds:
 * `node docs/lessonSeeds.mjs [--seeds N] [scenario …]`, by default 20 seeds and the scenarios of all lessons.
 */
import { parseArgs } from 'node:util';
import { importBundled, root } from './importBundled.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seeds: { type: 'string', default: '20' } },
});
const { claimsWith, readLessons } = await importBundled('docs/generator/index.ts', 'docs');
const scenarios = positionals.length > 0 ? positionals : readLessons(root).flatMap((each) => each.scenarios);

for (const scenario of scenarios) {
  const began = Date.now();
  const held = new Map();
  for (let student = 1; student <= Number(values.seeds); student++)
    for (const { id, title, verdict } of claimsWith(scenario, `student-${student}`)) {
      const counts = held.get(id) ?? { title, holds: 0, untold: 0, fails: 0 };
      counts[verdict]++;
      held.set(id, counts);
    }
  const seconds = ((Date.now() - began) / 1000 / Number(values.seeds)).toFixed(1);
  console.log(`${scenario} (${seconds} s a seed)`);
  for (const [id, { title, holds, untold, fails }] of held)
    console.log(`  ${holds} hold, ${untold} cannot be told, ${fails} do not: ${id} (${title})`);
}
