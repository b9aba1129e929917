import { fileTwinEvent } from '../../areas/areaDemand.ts';
import { emitEvent } from '../../emit.ts';
import type { Lives } from '../../people/lives.ts';
import { isFor, type MilestoneModel } from '../../phase.ts';
import type { World } from '../../world.ts';

/**
 * Counts the weeks of every milestone and emits its event when they are reached, and again for each
 * instalment. The week in which a stage is entered does not count; the one in which it is left does.
 * After the first time of the rule `ofLast`, instalments come by further weeks in all; where a step is shorter than
 * a week, that rule looks at the end of each week.
 */
export function countMilestones(world: World, lives: Lives, twin: boolean): void {
  const { milestones } = world.phase;
  const { group } = world.people;
  const { rows, from, to } = twin ? world.twinRows : world.clientRows;
  for (let m = 0; m < milestones.length; m++) {
    const milestone = milestones[m];
    if ((world.step + 1) % milestone.countEvery !== 0) continue;
    const most = 1 + milestone.repeatTimes;
    const after = milestone.after < 0 ? undefined : lives.eventCount[milestone.after];
    const reachedSoFar = lives.milestoneCount[m];
    for (let at = from; at < to; at++) {
      const row = rows[at];
      if (reachedSoFar[row] >= most) continue;
      if (after !== undefined && after[row] === 0) continue;
      if (!isFor(milestone, group[row])) continue;
      const counts = milestone.stages[lives.stage[row]] === 1;
      const weeks = countWeek(milestone, lives, m, row, counts);
      if (!counts || weeks < milestone.weeks + reachedSoFar[row] * milestone.repeatEvery) continue;
      reachedSoFar[row]++;
      if (!twin) {
        emitEvent(world, row, milestone.event);
        continue;
      }
      fileTwinEvent(world, row, milestone.event);
      if (lives.firstEvent[milestone.event][row] < 0) lives.firstEvent[milestone.event][row] = world.step;
      if (lives.eventCount[milestone.event][row] < 255) lives.eventCount[milestone.event][row]++;
    }
  }
}

function countWeek(milestone: MilestoneModel, lives: Lives, m: number, row: number, counts: boolean): number {
  const weeks = lives.milestoneWeeks[m];
  // A window that is full cannot hold more weeks, so what follows its first time is counted in all.
  if (milestone.rule === 'ofLast' && lives.milestoneCount[m][row] === 0) {
    const recent = lives.milestoneRecent[m];
    const low = recent[2 * row];
    recent[2 * row + 1] = (recent[2 * row + 1] << 1) | (low >>> 31);
    recent[2 * row] = (low << 1) | (counts ? 1 : 0);
    weeks[row] =
      ones(mask(recent[2 * row], Math.min(32, milestone.of))) +
      ones(mask(recent[2 * row + 1], milestone.of - 32));
  } else if (counts) {
    if (weeks[row] < 65535) weeks[row]++;
  } else if (milestone.rule === 'consecutive') {
    weeks[row] = 0;
  }
  return weeks[row];
}

/** The lowest `bits` bits of a word. */
function mask(word: number, bits: number): number {
  if (bits <= 0) return 0;
  return bits >= 32 ? word : word & ((1 << bits) - 1);
}

/** How many bits are set. */
function ones(word: number): number {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
