import { arrayTasks } from './commands.ts';
import { clusterFolder, type Plan, readPlan, sentBatches } from './plan.ts';

/** What was sent to a cluster for a working folder, whether or not it is done; undefined where nothing was. */
export const planIn = (work: string): Plan | undefined => readPlan(clusterFolder(work));

/** Jobs that wait or run for a working folder; none where Slurm is not there to ask. */
export async function jobsUnderWay(work: string): Promise<string[]> {
  if (!planIn(work)) return [];
  const sent = sentBatches(clusterFolder(work)).flatMap((batch) => batch.sent.map(({ job }) => job));
  if (sent.length === 0) return [];
  const tasks = await arrayTasks(sent).catch(() => undefined);
  const alive = [...(tasks ?? [])].flatMap(([name, { isAlive }]) => (isAlive ? [name.split('_')[0]] : []));
  return [...new Set(alive)];
}
