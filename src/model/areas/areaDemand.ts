import type { Names } from '../names.ts';
import type { Scenario } from '../schema/scenario.ts';
import { Status } from '../service.ts';
import type { World } from '../world.ts';
import type { AreaTable } from './areas.ts';

/**
 * What happens to everybody who lives in an area, whoever serves them, as police and courts would count it: true events
 * and time in stages, of clients as served or of their twins. Kept by step, so that any window can be looked at later.
 */
export class DemandCounts {
  /** [event or stage][(step × areas + area) × groups + group] */
  private readonly counts: Uint32Array[];

  constructor(
    counted: number,
    steps: number,
    private readonly areas: number,
    private readonly groups: number,
  ) {
    this.counts = Array.from({ length: counted }, () => new Uint32Array(steps * areas * groups));
  }

  add(counted: number, step: number, area: number, group: number): void {
    this.counts[counted][(step * this.areas + area) * this.groups + group]++;
  }

  /** Sum of one count in an area over steps from `from` (included) to `to` (excluded), of groups that are 1. */
  sum(counted: number, area: number, groups: Uint8Array, from: number, to: number): number {
    const column = this.counts[counted];
    let sum = 0;
    for (let step = from; step < to; step++) {
      const at = (step * this.areas + area) * this.groups;
      for (let group = 0; group < this.groups; group++) if (groups[group] === 1) sum += column[at + group];
    }
    return sum;
  }
}

/** What came of one test of an area's demand. Money in the scenario's currency; a fall is a share of the baseline. */
export interface AreaResult {
  readonly area: number;
  /** Which test, 0 for the first. */
  readonly test: number;
  /** Cost of demand in the baseline, taken to the length of the test, and in the test; of the twins the same. */
  readonly baseline: number;
  readonly demand: number;
  readonly twinBaseline: number;
  readonly twinDemand: number;
  /** Whether the fall reached the threshold; of the twins, whether theirs would have. */
  readonly passed: boolean;
  readonly twinPassed: boolean;
  /** Money paid for it, below 0 for a penalty, an advance that is kept included; and what the twins' demand would have been paid. */
  readonly paid: number;
  readonly twinPaid: number;
  readonly threshold: number;
  /** Standard deviation of the fall by the area's own counts, if nothing truly changed. */
  readonly luck: number;
}

/** How one reward stands, whatever phases change of its terms. */
export interface RewardState {
  /** In the order in which they came to be known. */
  readonly results: AreaResult[];
  /** [test][area] advance that was paid and is not settled yet. */
  readonly advances: (number | undefined)[][];
}

/** Demand of the areas of a world; only where something is paid on it. */
export interface AreaDemand {
  /** [event], [stage]: the number of its count, −1 where it is not counted. Of a stage the steps that people spend in it. */
  readonly ofEvent: Int16Array;
  readonly ofStage: Int16Array;
  /** [stage]: how many enter it. */
  readonly intoStage: Int16Array;
  readonly clients: DemandCounts;
  readonly twins: DemandCounts;
  /** Rewards by name, those that have ended included. */
  readonly rewards: Map<string, RewardState>;
}

/** Whether something is paid on the demand of areas. */
export function rewardsAreas({ incentives }: Scenario): boolean {
  return Object.values(incentives).some(({ kind }) => kind === 'areaReward');
}

/** Counts for all that rewards in any phase of a design pay on; undefined without such a reward. */
export function createAreaDemand(
  phases: readonly Scenario[],
  names: Names,
  areas: AreaTable,
  steps: number,
): AreaDemand | undefined {
  const metrics = phases.flatMap(({ incentives }) =>
    Object.values(incentives).flatMap((terms) =>
      terms.kind === 'areaReward' ? Object.values(terms.metrics) : [],
    ),
  );
  if (metrics.length === 0) return undefined;
  let counted = 0;
  const number = (list: readonly string[], wanted: (name: string) => boolean) =>
    Int16Array.from(list, (name) => (wanted(name) ? counted++ : -1));
  const ofEvent = number(names.events, (name) => metrics.some(({ event }) => event === name));
  const ofStage = number(names.stages, (name) => metrics.some(({ stage }) => stage === name));
  const intoStage = number(names.stages, (name) => metrics.some(({ stage }) => stage === name));
  const counts = () => new DemandCounts(counted, steps, areas.names.length, names.groups.length);
  return { ofEvent, ofStage, intoStage, clients: counts(), twins: counts(), rewards: new Map() };
}

/** At the end of a step: true events of everybody on the clients' side, and who is in which stage on both sides. */
export function fileDemand(world: World): void {
  const { demand, events, step } = world;
  if (demand === undefined) return;
  for (let at = 0; at < events.count; at++) {
    const counted = demand.ofEvent[events.event[at]];
    if (counted >= 0) addOne(world, demand.clients, counted, events.client[at], step);
  }
  if (demand.ofStage.every((counted) => counted < 0)) return;
  const { clients, twins, service } = world;
  for (let row = world.windowFrom; row < world.windowTo; row++) {
    fileStage(world, demand.twins, twins.stage[row], twins.stageSince[row], row);
    if (service.status[row] === Status.prevented) continue;
    fileStage(world, demand.clients, clients.stage[row], clients.stageSince[row], row);
  }
}

/** An event of a twin, when it happens. */
export function fileTwinEvent(world: World, row: number, event: number): void {
  const { demand, step } = world;
  if (demand === undefined || demand.ofEvent[event] < 0) return;
  addOne(world, demand.twins, demand.ofEvent[event], row, step);
}

function fileStage(world: World, counts: DemandCounts, stage: number, since: number, row: number): void {
  const { demand, step } = world;
  if (demand === undefined || demand.ofStage[stage] < 0) return;
  addOne(world, counts, demand.ofStage[stage], row, step);
  if (since === step) addOne(world, counts, demand.intoStage[stage], row, step);
}

/** People count where they live, and not where they are served. */
function addOne(
  { people, areas }: World,
  counts: DemandCounts,
  counted: number,
  row: number,
  step: number,
): void {
  counts.add(counted, step, areas.ofOffice[people.office[row]], people.group[row]);
}
