import { believedPrices, meanPrice } from '../money/prices.ts';
import type { World } from '../world.ts';
import { liquidityShortfall } from './liquidity.ts';

/**
 * Step 4. Turns money and targets into felt pressure:
 * π = min(cap, base + what the board puts on + response × (average of max(0, planned − earned) / cost + what instruments hold against
 * the office) + cash response × what money at hand falls short of the reserve). Money is compared with the plan at
 * the same cohort age, since fees come half a year to two years late; both sides count the planned kinds of event
 * only. Where a step is shorter than a week, money is compared once a week, over the week before: by the day nearly
 * every office would fall short on most days. What caseworkers feel of it is the manager's doing.
 */
export function press(world: World): void {
  const { offices, phase, names, instruments, step } = world;
  const { stepsPerWeek } = world.clock;
  const sections = Object.values(phase.scenario.offices);
  const prices = sections.some((section) => Object.keys(section.plan).length > 0)
    ? believedPrices(world)
    : [];
  sections.forEach((section, office) => {
    const { base, response, cap, memory } = section.pressure;
    let planned = 0;
    for (const [name, plan] of Object.entries(section.plan)) {
      const event = names.events.indexOf(name);
      planned += meanPrice(world, prices[event][1], office) * plannedEvents(world, office, plan);
    }
    offices.planned[office] += planned;
    offices.weekEarned[office] += offices.earned[office];
    offices.weekCost[office] += offices.cost[office];
    if (step % stepsPerWeek === 0) {
      const cost = offices.weekCost[office];
      const gap = cost > 0 ? Math.max(0, offices.planned[office] - offices.weekEarned[office]) / cost : 0;
      offices.shortfall[office] += ((gap - offices.shortfall[office]) * stepsPerWeek) / memory;
      offices.planned[office] = 0;
      offices.weekEarned[office] = 0;
      offices.weekCost[office] = 0;
      offices.lastWeekCost[office] = cost;
    }
    let held = 0;
    for (const instrument of instruments) held += instrument.heldAgainst?.(office) ?? 0;
    const cash =
      section.cash.response > 0
        ? section.cash.response * liquidityShortfall(world, office, section.cash.reserveWeeks)
        : 0;
    offices.pressure[office] = Math.min(
      cap,
      base + offices.press[office] + response * (offices.shortfall[office] + held) + cash,
    );
    offices.felt[office] = offices.pressure[office] * section.manager.passesOn;
  });
}

/** Events planned for this step: each cohort's share, spread evenly over its weeks of the plan. */
function plannedEvents(
  world: World,
  office: number,
  plan: { share: number; from: number; to: number },
): number {
  const weeks = plan.to - plan.from;
  if (weeks <= 0) return 0;
  const attachedAt = world.offices.attachedAt[office];
  let events = 0;
  for (let age = plan.from; age < plan.to; age++) {
    const cohort = world.step - 1 - age;
    if (cohort >= 0) events += (attachedAt[cohort] * plan.share) / weeks;
  }
  return events;
}
