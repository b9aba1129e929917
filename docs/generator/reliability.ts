import { readRecord } from '../../test/faults/record.ts';
import { diskTable, outcomeTable } from '../../test/faults/table.ts';
import { table } from './markdown.ts';
import { madeOf } from './trialWords.ts';

/** What came of the recorded trials, with what they were made. They are not run again for it. */
export function trialsBlocks(root: string): { trials: string; disks: string } {
  const record = readRecord(root);
  const { platform, trials, disks } = record;
  const [head, ...rows] = outcomeTable(trials);
  const [diskHead, ...diskRows] = diskTable(disks);
  const kills = trials.reduce(
    (sum, { tried }) => sum + tried.filter(({ by, phase }) => by !== 'stop' && phase).length,
    0,
  );
  const bad = [...trials, ...disks].filter(({ problems }) => problems.length > 0).length;
  const made = `${madeOf(record)} on ${platform}.`;
  const came =
    bad === 0
      ? 'In none was less kept than had been stored, and in none did a byte differ.'
      : `**In ${bad} less was kept than had been stored, or something else was wrong.**`;
  return {
    trials: `${made} ${trials.length} trials with ${kills} kills, and ${disks.length} disks that were too small. ${came}\n\n${table(head, rows)}`,
    disks: table(diskHead, diskRows),
  };
}
