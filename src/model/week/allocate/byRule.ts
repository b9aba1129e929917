import type { ItemBatches } from '../../allocation/items.ts';
import { divideOnTop } from '../../allocation/onTop.ts';
import { divideByPriorityWithItems } from '../../allocation/priorityItems.ts';
import type { Line } from '../../allocation/waterline.ts';
import { divideWithItems } from '../../allocation/waterlineItems.ts';
import type { World } from '../../world.ts';
import type { Judgement } from './judgement.ts';
import { shortestOf } from './shortest.ts';

/**
 * The scenario's rule over appeals of the first `n` claimants and of items. Where crises lengthen contacts each claimant
 * has a shortest appointment of the own, and how many are served is not written to `line`.
 */
export function divideByRule(
  world: World,
  judgement: Judgement,
  items: ItemBatches,
  role: number,
  n: number,
  hours: number,
  appeal: Float64Array,
  out: Float64Array,
  line: Line,
): void {
  const { ties, needed, order } = world.scratch;
  const { tau, rule } = world.phase.scenario.caseworkers.allocation;
  if (rule === 'priority') {
    judgement.estimateHours(role, n);
    divideByPriorityWithItems(appeal, ties, n, items, hours, needed, out, order, line);
    return;
  }
  const shortest = shortestOf(world, role, n);
  if (typeof shortest === 'number')
    divideWithItems(appeal, ties, n, items, hours, tau, shortest, out, order, line);
  else line.lambda = divideOnTop(appeal, ties, n, undefined, items, hours, tau, shortest, out);
}
