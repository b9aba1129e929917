import { said, some, type Telling, type ToldPart } from './telling.ts';

/** Who comes, how many, and what they are like. */
export function clientsPart(telling: Telling): ToldPart {
  return {
    id: 'clients',
    heading: 'Who comes',
    lines: said(...numbers(telling), groups(telling), barriers(telling), ...character(telling)),
  };
}

function numbers({ scenario, tell }: Telling): (string | false)[] {
  const { clients, clock, scale } = scenario;
  const { referrals, growth, arrivals, reserve } = clients;
  const weeks = tell.counted(clock.referralWeeks, 'week');
  const come =
    arrivals === 'replace'
      ? `${tell.spread(referrals, 'client')} come in the first week; for ${weeks} each who leaves is replaced, from ${tell.counted(reserve, 'client')} in reserve.`
      : `${tell.spread(referrals, 'client')} a week are referred for ${weeks}${growth === 0 ? '' : `, ${tell.share(Math.abs(growth))} ${growth > 0 ? 'more' : 'fewer'} from week to week`}.`;
  return [
    `${tell.sentence(come)} Everybody, served or not, is followed for ${tell.counted(clock.followUp, 'week')}.`,
    scale !== 1 &&
      `All of it is run at ${tell.number(scale)} of its size: referrals, posts, openings and fixed money are multiplied by that.`,
    clock.step !== 'week' &&
      `Time goes by ${clock.step === 'day' ? 'the day' : `steps of ${tell.counted(clock.hours, 'hour')}`}, on ${tell.number(clock.workingDays)} working days a week.`,
  ];
}

function groups(telling: Telling): string {
  const { scenario, tell } = telling;
  const entries = Object.entries(scenario.clients.groups);
  const shares = entries.map(([name, { share }]) => `${tell.title('group', name)} (${tell.share(share)})`);
  if (entries.length === 1) return `All are of one group, ${tell.title('group', entries[0][0])}.`;
  return `Forms and prices see ${entries.length} groups: ${some(shares, telling)}.`;
}

function barriers(telling: Telling): string {
  const { scenario, tell } = telling;
  const { clients } = scenario;
  const names = Object.keys(clients.barriers);
  const weights = names.map(
    (name) => `${tell.title('barrier', name)} (${tell.share(clients.barriers[name].weight)})`,
  );
  // A mean on the logit scale as the level, 0 to 1, of a typical member: what a reader can picture.
  const level = (mean: number): string => (1 / (1 + Math.exp(-mean))).toFixed(2);
  const byGroup = Object.entries(clients.groups).map(
    ([group, { barriers }]) =>
      `${tell.title('group', group)} ${names.map((name) => level(barriers[name] ?? 0)).join(', ')}`,
  );
  const shown = byGroup.slice(0, telling.most + 1);
  const more = byGroup.length > shown.length ? `; and ${byGroup.length - shown.length} more` : '';
  const levels = ` Typical levels from 0 to 1${names.length > 1 ? ', in this order' : ''}: ${shown.join('; ')}${more}.`;
  return `Need is made up of ${names.length === 1 ? 'one barrier' : `${names.length} barriers`}: ${some(weights, telling)}.${levels}`;
}

function character({ scenario, tell }: Telling): (string | false)[] {
  const { latent, crisis, trust, motivation, groups: all } = scenario.clients;
  const biased = Object.entries(all).filter(([, { bias }]) => bias !== 0);
  const inCrisis = Object.entries(all).filter(([, group]) => group.inCrisis > 0);
  return [
    `On a scale from 0 to 1 motivation is ${tell.spread(motivation)}, and trust in the service ${tell.number(trust.start)} at the start.`,
    latent.barrier !== '' &&
      latent.share > 0 &&
      `In ${tell.share(latent.share)} of clients ${tell.title('barrier', latent.barrier)} is hidden: caseworkers do not see ${tell.share(latent.unseen)} of it until contact brings it to light.`,
    crisis.onset > 0 &&
      `In a week ${tell.share(crisis.onset)} of clients fall into a crisis of ${tell.counted(crisis.weeks, 'week')}.`,
    inCrisis.length > 0 &&
      `In a crisis when they are referred are ${tell.list(inCrisis.map(([name, group]) => `${tell.share(group.inCrisis)} of ${tell.title('group', name)}`))}.`,
    biased.length > 0 &&
      `Caseworkers take the need of ${tell.list(biased.map(([name, { bias }]) => `${tell.title('group', name)} for ${tell.number(Math.abs(bias))} ${bias > 0 ? 'greater' : 'smaller'}`))} than it is.`,
  ];
}
