import { Tallies } from '../../../measures/index.ts';
import { needNow, needWeights } from '../../../model/people/need.ts';
import type { Scenario } from '../../../model/schema/scenario.ts';
import type { World } from '../../../model/world.ts';
import type { ResolvedDesign } from '../../../scenario/index.ts';
import type { Picked, PickRule } from '../../../tables/trace.ts';
import { buildWorld, type Shared } from '../../build.ts';
import { beginWorld, runWorld } from '../../run.ts';
import { scenarioInSteps } from '../copy.ts';

/** A telling case: a row of people, and how it was found. */
export interface Found extends Picked {
  row: number;
}

const EASIEST = 0;
const HARDEST = 4;

/**
 * Finds telling cases in one world by rules that look at the whole cohort that is measured:
 * - `parked`: of the hardest fifth, the longest spell parked;
 * - `creamed`: of the easiest fifth, most hours where client and twin both had the main event;
 * - `helped`: attached, with a main event that the twin never had; the widest gap to the twin's need at the end;
 * - `lost`: attached, without the main event that the twin had, and longest parked; where there is nobody, without the main
 *   event that came to the same person where every client got equal time.
 * Among equals the one who was referred first. Undefined where the rule fits nobody.
 */
export class Picker {
  private readonly world: World;
  private readonly tallies: Tallies;
  /** [row] steps of the longest spell parked. */
  private readonly longest: Int32Array;

  constructor(
    private readonly design: ResolvedDesign<Scenario>,
    private readonly shared: Shared,
  ) {
    const built = buildWorld(design, shared);
    const { world } = built;
    this.world = world;
    this.tallies = new Tallies(world, scenarioInSteps(design).measures);
    const { count } = world.people;
    this.longest = new Int32Array(count);
    const before = new Int32Array(count);
    const spell = new Int32Array(count);
    const course = beginWorld(built);
    while (!course.done) {
      course.step();
      this.tallies.observe(world);
      for (let row = world.windowFrom; row < world.windowTo; row++) {
        const parked = this.parkedSteps(row);
        spell[row] = parked > before[row] ? spell[row] + 1 : 0;
        before[row] = parked;
        if (spell[row] > this.longest[row]) this.longest[row] = spell[row];
      }
    }
    course.finish();
  }

  find(rule: PickRule): Found | undefined {
    const { world } = this;
    const { people, service, clock } = world;
    const attached = (row: number): boolean => service.attachedAt[row] >= 0;
    const inFifth = (fifth: number) => (row: number) => attached(row) && people.fifth[row] === fifth;
    const weeksParked = (row: number): number => this.parkedSteps(row) / clock.stepsPerWeek;
    switch (rule) {
      case 'parked':
        return this.most(
          rule,
          inFifth(HARDEST),
          (row) => this.longest[row] > 0,
          (row) => this.longest[row] / clock.stepsPerWeek,
        );
      case 'creamed':
        return this.most(
          rule,
          inFifth(EASIEST),
          (row) => this.had(row) && this.twinHad(row),
          (row) => service.contactHours[row],
        );
      case 'helped':
        return this.most(
          rule,
          attached,
          (row) => this.had(row) && !this.twinHad(row),
          (row) => this.gap(row),
        );
      case 'lost':
        return (
          this.most(rule, attached, (row) => !this.had(row) && this.twinHad(row), weeksParked, 'harm') ??
          this.lostForHours(attached, weeksParked)
        );
    }
  }

  /** Who would have had the main event in a world of equal time. Where arrivals replace who has left, it has other people. */
  private lostForHours(
    attached: (row: number) => boolean,
    value: (row: number) => number,
  ): Found | undefined {
    const { design, shared } = this;
    if (design.scenario.clients.arrivals === 'replace') return undefined;
    const built = buildWorld(design, shared, 'equalTime');
    runWorld(built);
    const equal = built.world.clients.firstEvent[built.world.phase.mainEvent];
    return this.most('lost', attached, (row) => !this.had(row) && equal[row] >= 0, value, 'hours');
  }

  private parkedSteps(row: number): number {
    const { unseenWeeks, holdingWeeks, tokenWeeks } = this.tallies;
    return unseenWeeks[row] + holdingWeeks[row] + tokenWeeks[row];
  }

  private had(row: number): boolean {
    const { clients, phase } = this.world;
    return clients.firstEvent[phase.mainEvent][row] >= 0;
  }

  private twinHad(row: number): boolean {
    const { twins, phase } = this.world;
    return twins.firstEvent[phase.mainEvent][row] >= 0;
  }

  /** How far the client's need lies below the twin's in the end. */
  private gap(row: number): number {
    const { clients, twins, phase } = this.world;
    const weights = needWeights(phase.scenario);
    return needNow(twins, weights, row) - needNow(clients, weights, row);
  }

  private most(
    rule: PickRule,
    among: (row: number) => boolean,
    fits: (row: number) => boolean,
    value: (row: number) => number,
    way: Picked['way'] = null,
  ): Found | undefined {
    const { from, to } = this.tallies.cohort;
    let best: number | undefined;
    let fitting = 0;
    let all = 0;
    for (let row = from; row < to; row++) {
      if (!among(row)) continue;
      all++;
      if (!fits(row)) continue;
      fitting++;
      if (best === undefined || value(row) > value(best)) best = row;
    }
    return best === undefined ? undefined : { row: best, rule, way, value: value(best), fitting, among: all };
  }
}
