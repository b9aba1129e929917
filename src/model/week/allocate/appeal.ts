import { filledShare } from '../../staff/load.ts';
import { MOTIVE } from '../../staff/motives/registry.ts';
import { presentCount } from '../../staff/roster.ts';
import type { World } from '../../world.ts';
import { BRIEF, BRIEF_SIZE, type Briefs } from './briefs.ts';
import type { Will } from './wills.ts';

/**
 * Appeal of the first `n` claimants of one caseworker to `scratch.appeal`, and what it would be without pressure to
 * `scratch.ownAppeal`, from their briefs. Each motive is scaled by its mean among all who are referred; payoff is money
 * an hour over the cost of an hour, so that a zero price pulls nothing. The part of it that is turned to goals looks at
 * turn, gain and need by the board's priorities instead.
 */
export function appealByMotives(
  world: World,
  role: number,
  worker: number,
  n: number,
  will: Will,
  { numbers }: Briefs,
): void {
  const { caseworkers, phase, scratch } = world;
  const { places, appeal, ownAppeal } = scratch;
  if (!will.moved) {
    claimAlone(numbers, places, n, appeal);
    claimAlone(numbers, places, n, ownAppeal);
    return;
  }
  const model = phase.roles[role];
  const { horizon } = phase.scenario.caseworkers.beliefs;
  const cost = model.weeklyCost * filledShare(model, caseworkers.caseload[worker]);
  // h̄ · c is the weekly cost over the claimants, so that money is compared with what a client's hours cost.
  // The claimants of a team are those of all its caseworkers together.
  const colleagues = phase.pooled ? presentCount(world, role, caseworkers.office[worker]) : 1;
  const payPerClient = cost > 0 ? n / (horizon * cost * colleagues) : 0;
  // Money is believed and cost is paid on all days: hours as if they fell evenly on all of them.
  const hours = caseworkers.hoursAvailable[worker] / caseworkers.hoursFactor[worker];
  const payPerContact = cost > 0 && model.shortest > 0 ? hours / (model.shortest * cost) : 0;
  const ownPayoff = will.weights[MOTIVE.payoff];
  const wantsPay = ownPayoff > 0;
  const { pressedPayoff } = will;
  const { understood } = phase.scenario.commissioner.coupling;
  for (let i = 0; i < n; i++) {
    const first = places[i] * BRIEF_SIZE;
    const rest = numbers[first + BRIEF.rest];
    let value = 0;
    if (wantsPay) {
      value =
        numbers[first + BRIEF.money] * payPerClient +
        (numbers[first + BRIEF.moneyOfContact] * payPerContact) / numbers[first + BRIEF.length];
      if (understood > 0) value = (1 - understood) * value + numbers[first + BRIEF.goal];
    }
    // Money that a client is believed to cost can take all appeal away, but no more: nobody is seen for less than nothing.
    appeal[i] = Math.max(0, rest + pressedPayoff * value);
    ownAppeal[i] = Math.max(0, rest + ownPayoff * value);
  }
  // Where nothing pulls at all (payoff the only motive and no price, say), everybody appeals equally.
  if (!somePositive(appeal, n)) claimAlone(numbers, places, n, appeal);
  if (!somePositive(ownAppeal, n)) claimAlone(numbers, places, n, ownAppeal);
}

function somePositive(appeal: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++) if (appeal[i] > 0) return true;
  return false;
}

function claimAlone(numbers: Float64Array, places: Int32Array, n: number, appeal: Float64Array): void {
  for (let i = 0; i < n; i++) appeal[i] = numbers[places[i] * BRIEF_SIZE + BRIEF.claim];
}
