import { phases } from './inspect.ts';
import type { RecordedDisk, RecordedTrial } from './record.ts';

/** Head and rows of what came of the trials, by the command that was killed. */
export function outcomeTable(trials: readonly RecordedTrial[]): [head: string[], ...rows: string[][]] {
  const commands = [...new Set(trials.map(({ command }) => command))];
  const rows = commands.map((command) =>
    row(
      command,
      trials.filter((one) => one.command === command),
    ),
  );
  return [
    [
      'Command',
      'Trials',
      'Kills',
      ...phases.map((phase) => `Killed: ${phase}`),
      'Kept',
      'Done again',
      'Same bytes',
    ],
    ...rows,
    ...(commands.length > 1 ? [row('all', trials)] : []),
  ];
}

function row(command: string, trials: readonly RecordedTrial[]): string[] {
  const kills = trials.flatMap(({ tried }) => tried).filter(({ by, phase }) => by !== 'stop' && phase);
  const all = trials.reduce((sum, { total }) => sum + total, 0);
  const kept = trials.reduce((sum, { total, fresh }) => sum + total - fresh, 0);
  const again = kills.reduce((sum, { uncounted }) => sum + uncounted, 0);
  const same = trials.filter(({ problems }) => problems.length === 0).length;
  return [
    command,
    String(trials.length),
    String(kills.length),
    ...phases.map((phase) => String(kills.filter((kill) => kill.phase === phase).length)),
    `${kept} of ${all}`,
    String(again),
    `${same} of ${trials.length}`,
  ];
}

/** Head and rows of what came of disks that were too small. */
export function diskTable(disks: readonly RecordedDisk[]): [head: string[], ...rows: string[][]] {
  const rows = disks.map(({ command, kilobytes, phase, kept, total, problems }) => [
    command,
    String(kilobytes),
    phase ?? 'nowhere: it fitted',
    `${kept} of ${total}`,
    problems.length === 0 ? 'yes' : 'no',
  ]);
  return [['Command', 'Disk (kB)', 'Full in', 'Kept', 'Message and same bytes'], ...rows];
}
