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

/** Where money believed of clients is written. */
export interface MoneyColumns {
  money: Float64Array;
  perContact: Float64Array;
}

/**
 * The money that caseworkers believe a client can bring within the horizon: Σ price felt × believed worth
 * of the chance, over the transitions that leave the client's stage and the milestones that count it.
 * Prices are looked up once a week; beliefs once a phase where they are tables.
 */
export class Payoff {
  private readonly tables: (BeliefTable | undefined)[];
  private readonly kernels: (BoundKernel | undefined)[];
  private readonly milestoneWorth: number[];
  private readonly groups: number;
  /** [((office × transitions + transition) × 2 + first) × groups + group] price felt, with what is believed to follow it. */
  private readonly transitionPrice: Float64Array;
  /** [(office × milestones + milestone) × groups + group] */
  private readonly milestonePrice: Float64Array;
  /** [office × groups + group] money felt per recorded contact. */
  private readonly contactPrice: Float64Array;
  /** [transition] whether it is believed to bring money or cost any, for anybody. */
  private readonly pays: boolean[];
  /** Whether a contact as such is believed to bring money to anybody. */
  private contactsPay = false;
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
    const offices = world.names.offices.length;
    this.groups = world.names.groups.length;
    this.transitionPrice = new Float64Array(offices * transitions.length * 2 * this.groups);
    this.milestonePrice = new Float64Array(offices * milestones.length * this.groups);
    this.contactPrice = new Float64Array(offices * this.groups);
    this.pays = transitions.map(() => false);
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
    const { names, instruments } = world;
    const groups = names.groups.length;
    const prices = believedPrices(world);
    this.priced = instrumentsPricedByClient(world);
    const averted = instruments.filter((each) => each.believedAverted !== undefined);
    this.salience = Float64Array.from(names.offices, (_, office) => priceSalience(world, office));
    for (let office = 0; office < names.offices.length; office++) {
      milestones.forEach((each, m) => {
        const felt = feltPrices(world, prices[each.event][1], office);
        this.milestonePrice.set(felt, (office * milestones.length + m) * groups);
      });
      transitions.forEach((each, t) => {
        for (let first = 0; first < 2; first++) {
          const felt = feltPrices(world, prices[each.event][first], office);
          this.addWhatFollows(felt, each.event, office, averted);
          this.transitionPrice.set(felt, ((office * transitions.length + t) * 2 + first) * groups);
        }
      });
      for (let group = 0; group < groups; group++) {
        this.contactPrice[office * groups + group] = instruments.reduce(
          (sum, each) => sum + (each.believedPerContact?.(this.role, group, office) ?? 0),
          0,
        );
      }
    }
    transitions.forEach((_, t) => {
      this.pays[t] = names.offices.some((_office, office) => {
        const first = (office * transitions.length + t) * 2 * groups;
        return this.transitionPrice.subarray(first, first + 2 * groups).some((price) => price !== 0);
      });
    });
    this.contactsPay = this.priced.length > 0 || this.contactPrice.some((price) => price !== 0);
  }

  /** Adds what is believed to follow an event: milestones that come after it, and costs of the area that it averts. */
  private addWhatFollows(
    felt: Float64Array,
    event: number,
    office: number,
    averted: World['instruments'],
  ): void {
    const { milestones } = this.world.phase;
    milestones.forEach((milestone, m) => {
      if (milestone.after !== event) return;
      for (let group = 0; group < felt.length; group++) {
        const price = this.milestonePrice[(office * milestones.length + m) * felt.length + group];
        if (isFor(milestone, group)) felt[group] += milestone.believedChance * price;
      }
    });
    // Who may keep a client from what costs the area money has as much to win as from what pays.
    for (const instrument of averted)
      for (let group = 0; group < felt.length; group++)
        felt[group] += instrument.believedAverted?.(event, group, office) ?? 0;
  }

  /**
   * Writes to `out.money` Σ price × worth of `n` clients of the given apparent needs, and to `out.perContact` the money
   * believed to come from one recorded contact with them, for a caseworker of the office beside each. Columns are read
   * one after the other, so that each loop keeps its few in registers.
   */
  fill(rows: Int32Array, offices: Int32Array, appearance: Float64Array, n: number, out: MoneyColumns): void {
    const { transitions, milestones } = this.world.phase;
    out.money.fill(0, 0, n);
    for (let t = 0; t < transitions.length; t++)
      if (this.pays[t] || this.priced.length > 0)
        this.addTransition(t, rows, offices, appearance, n, out.money);
    for (let m = 0; m < milestones.length; m++) this.addMilestone(m, rows, offices, n, out.money);
    this.fillContacts(rows, offices, n, out.perContact);
  }

  private addTransition(
    t: number,
    rows: Int32Array,
    offices: Int32Array,
    appearance: Float64Array,
    n: number,
    money: Float64Array,
  ): void {
    const { world, groups, transitionPrice, salience } = this;
    const { transitions } = world.phase;
    const { event, from } = transitions[t];
    const { group: groupOf } = world.people;
    const { stage } = world.clients;
    const claimedFirst = world.service.claimedFirst[event];
    const priced = this.priced.length > 0;
    const table = this.tables[t];
    for (let i = 0; i < n; i++) {
      const row = rows[i];
      if (stage[row] !== from) continue;
      const group = groupOf[row];
      const office = offices[i];
      const first = claimedFirst[row] < 0 ? 1 : 0;
      let price = transitionPrice[((office * transitions.length + t) * 2 + first) * groups + group];
      if (priced)
        price +=
          salience[office] * ownValueDifference(world, this.priced, event, row, group, office, first === 1);
      if (price === 0) continue;
      money[i] +=
        price * (table === undefined ? this.worthOf(t, row) : readBelief(table, group, appearance[i]));
    }
  }

  private addMilestone(
    m: number,
    rows: Int32Array,
    offices: Int32Array,
    n: number,
    money: Float64Array,
  ): void {
    const { world, groups, milestonePrice } = this;
    const { milestones } = world.phase;
    const { stages, groups: forGroups, after } = milestones[m];
    const worth = this.milestoneWorth[m];
    const { group: groupOf } = world.people;
    const { stage } = world.clients;
    const reached = world.clients.milestoneCount[m];
    const claimedFirst = after < 0 ? undefined : world.service.claimedFirst[after];
    for (let i = 0; i < n; i++) {
      const row = rows[i];
      if (stages[stage[row]] === 0 || reached[row] > 0) continue;
      const group = groupOf[row];
      if (forGroups !== undefined && forGroups[group] === 0) continue;
      if (claimedFirst !== undefined && claimedFirst[row] < 0) continue;
      money[i] += milestonePrice[(offices[i] * milestones.length + m) * groups + group] * worth;
    }
  }

  private fillContacts(rows: Int32Array, offices: Int32Array, n: number, out: Float64Array): void {
    if (!this.contactsPay) {
      out.fill(0, 0, n);
      return;
    }
    const { group: groupOf } = this.world.people;
    for (let i = 0; i < n; i++) {
      const group = groupOf[rows[i]];
      let price = this.contactPrice[offices[i] * this.groups + group];
      for (const instrument of this.priced) {
        const own = instrument.believedPerContactOf?.(this.role, rows[i], offices[i]);
        if (own !== undefined)
          price += own - (instrument.believedPerContact?.(this.role, group, offices[i]) ?? 0);
      }
      out[i] = price;
    }
  }

  /** Worth of a chance that hangs on more than apparent need and group. */
  private worthOf(t: number, row: number): number {
    const { horizon, insight } = this.world.phase.scenario.caseworkers.beliefs;
    this.one[0] = row;
    this.kernels[t]?.evaluate(this.one, 0, 1, this.out);
    return worthOfChance(this.out[0], horizon, insight);
  }
}
