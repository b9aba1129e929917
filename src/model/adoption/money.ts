import { sharesOf } from '../areas/areaShare.ts';
import { OUTSIDE, officeParty } from '../money/books.ts';
import { isOpen } from '../offices.ts';
import type { World } from '../world.ts';
import type { Decider } from './state.ts';

/** Money of which a part is the same for every decider, and a part grows with the share of referrals. */
interface Sized {
  fixed: number;
  perShare: number;
}

/** Share of all referrals that goes to who decides now. */
function shareOf({ offices }: World, { offices: members }: Decider): number {
  return sharesOf(offices.referralShare, members);
}

/** Money of an intervention that comes to who decides now: the part that is the same for all, and the part by its share of all referrals. */
export function sizedMoney(world: World, { fixed, perShare }: Sized, decider: Decider): number {
  return world.phase.scenario.scale * (fixed + perShare * shareOf(world, decider));
}

/** [office of the decider] share of what they pay together, by referrals; 0 without a contract at the step. */
export function payersOf(world: World, { offices: members }: Decider, step: number): number[] {
  const { offices } = world;
  const open = members.map((office) => (isOpen(offices, office, step) ? 1 : 0));
  const weights = members.map((office, at) => open[at] * offices.referralShare[office]);
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum > 0) return weights.map((weight) => weight / sum);
  const count = open.reduce((a: number, b) => a + b, 0);
  return open.map((each) => (count > 0 ? each / count : 0));
}

/** Posts what the offices of a decider pay for an intervention in this step, each its part. */
export function payForIntervention(
  world: World,
  intervention: number,
  at: number,
  cost: number,
  paid: (office: number, part: number) => void = () => {},
): void {
  const { books, interventions, phase, step } = world;
  if (interventions === undefined || cost <= 0) return;
  const name = interventions.names[intervention];
  const decider = interventions.deciders[intervention][at];
  const { point } = phase.scenario.interventions[name];
  const account = books.open(`adoption.${name}`, 'cost', point === '' ? 'interventions' : point);
  payersOf(world, decider, step).forEach((part, member) => {
    if (part <= 0) return;
    const office = decider.offices[member];
    books.post(step, officeParty(office), OUTSIDE, account, -1, cost * part);
    interventions.paid[intervention][at] += cost * part;
    paid(office, cost * part);
  });
}
