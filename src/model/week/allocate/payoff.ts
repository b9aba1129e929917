import { expm1 } from '../../../random/index.ts';
import { type BeliefTable, readBelief, tabulateBelief, worthOfChance } from '../../beliefs.ts';
import type { BoundKernel } from '../../formulas/gather.ts';
import {
  believedPrices,
  feltPrices,
  instrumentsPricedByClient,
  ownValueDifference,
  priceSalience,
} from '../../money/prices.ts';
import { isFor } from '../../phase.ts';
import type { World } from '../../world.ts';
import { bindSeen, type SeenColumns, seenGatherers } from './seen.ts';

/**
 * The money that caseworkers believe a client can bring within the horizon: Σ price felt × believed worth
 * of the chance, over the transitions that leave the client's stage and the milestones that count it.
 * Prices are looked up once a week; beliefs once a phase where they are tables.
 */
export class Payoff {
  private readonly tables: (BeliefTable | undefined)[];
  private readonly kernels: (BoundKernel | undefined)[];
  private readonly milestoneWorth: number[];
  /** [office][transition][first][group] price felt, with what is believed to follow. */
  private transitionPrice: Float64Array[][][] = [];
  /** [office][milestone][group] */
  private milestonePrice: Float64Array[][] = [];
  /** [office][group] money felt per recorded contact. */
  private contactPrice: Float64Array[] = [];
  private salience = new Float64Array(0);
  private priced: World['instruments'] = [];
  private readonly one = new Int32Array(1);
  private readonly out = new Float64Array(1);

  constructor(
    private readonly world: World,
    private readonly role: number,
    seen: SeenColumns,
  ) {
    const { transitions, milestones, scenario } = world.phase;
    const gatherers = seenGatherers(world, role, seen);
    this.tables = transitions.map((each) => tabulateBelief(world, each));
    this.kernels = transitions.map((each, index) =>
      this.tables[index] === undefined ? bindSeen(world, each.believed, gatherers) : undefined,
    );
    const { horizon } = scenario.caseworkers.beliefs;
    this.milestoneWorth = milestones.map((each) => -expm1(-each.believedRate * horizon));
  }

  /** Looks prices up for the week. */
  refresh(): void {
    const { world } = this;
    const { transitions, milestones } = world.phase;
    const offices = world.names.offices.map((_, office) => office);
    const groups = world.names.groups.map((_, group) => group);
    const prices = believedPrices(world);
    this.priced = instrumentsPricedByClient(world);
    const averted = world.instruments.filter((each) => each.believedAverted !== undefined);
    this.salience = Float64Array.from(offices, (office) => priceSalience(world, office));
    this.milestonePrice = offices.map((office) =>
      milestones.map((each) => feltPrices(world, prices[each.event][1], office)),
    );
    this.transitionPrice = offices.map((office) =>
      transitions.map((each) =>
        [0, 1].map((first) => {
          const felt = feltPrices(world, prices[each.event][first], office);
          milestones.forEach((milestone, m) => {
            if (milestone.after !== each.event) return;
            for (const group of groups)
              if (isFor(milestone, group))
                felt[group] += milestone.believedChance * this.milestonePrice[office][m][group];
          });
          // Who may keep a client from what costs the area money has as much to win as from what pays.
          for (const instrument of averted)
            for (const group of groups)
              felt[group] += instrument.believedAverted?.(each.event, group, office) ?? 0;
          return felt;
        }),
      ),
    );
    this.contactPrice = offices.map((office) =>
      Float64Array.from(groups, (group) =>
        world.instruments.reduce(
          (sum, each) => sum + (each.believedPerContact?.(this.role, group, office) ?? 0),
          0,
        ),
      ),
    );
  }

  /** Money believed to come from one recorded contact with a client. */
  perContact(row: number, office: number): number {
    const group = this.world.people.group[row];
    let price = this.contactPrice[office][group];
    for (const instrument of this.priced) {
      const own = instrument.believedPerContactOf?.(this.role, row, office);
      if (own !== undefined) price += own - (instrument.believedPerContact?.(this.role, group, office) ?? 0);
    }
    return price;
  }

  /** Σ price × worth for a client of apparent need A. */
  of(row: number, office: number, appearance: number): number {
    const { world } = this;
    const { people, clients, service, phase } = world;
    const stage = clients.stage[row];
    const group = people.group[row];
    let money = 0;
    const leaving = phase.leaving[stage];
    for (let at = 0; at < leaving.length; at++) {
      const t = leaving[at];
      const event = phase.transitions[t].event;
      const first = service.claimedFirst[event][row] < 0;
      let price = this.transitionPrice[office][t][first ? 1 : 0][group];
      if (this.priced.length > 0) {
        price +=
          this.salience[office] * ownValueDifference(world, this.priced, event, row, group, office, first);
      }
      if (price === 0) continue;
      money += price * this.worth(t, row, group, appearance);
    }
    for (let m = 0; m < phase.milestones.length; m++) {
      const milestone = phase.milestones[m];
      if (milestone.stages[stage] === 0 || clients.milestoneCount[m][row] > 0) continue;
      if (!isFor(milestone, group)) continue;
      if (milestone.after >= 0 && service.claimedFirst[milestone.after][row] < 0) continue;
      money += this.milestonePrice[office][m][group] * this.milestoneWorth[m];
    }
    return money;
  }

  private worth(t: number, row: number, group: number, appearance: number): number {
    const table = this.tables[t];
    if (table !== undefined) return readBelief(table.byGroup[group], appearance);
    const { horizon, insight } = this.world.phase.scenario.caseworkers.beliefs;
    this.one[0] = row;
    this.kernels[t]?.evaluate(this.one, 0, 1, this.out);
    return worthOfChance(this.out[0], horizon, insight);
  }
}
