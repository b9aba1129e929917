import { keptAway } from '../duties/effects.ts';
import { followShares } from '../outside/market.ts';
import { fillPlaces } from '../outside/places.ts';
import { strikeShocks } from '../outside/shocks.ts';
import { Status } from '../service.ts';
import type { World } from '../world.ts';

/**
 * Step 2. Referrals of the week come in: exogenous, the same in every design, unless they replace who has left. The window of people who are
 * followed moves on; who leaves it while attached is completed.
 */
export function arrive(world: World): void {
  const { people, service, step } = world;
  const { followUp } = world.phase.scenario.clock;
  if (people.places !== undefined) fillPlaces(world, people.places);
  world.windowFrom = people.firstOfStep[Math.max(0, step - followUp)];
  world.windowTo = people.firstOfStep[step + 1];
  moveWindow(world);
  world.events.clear();
  for (let row = people.firstOfStep[step]; row < world.windowTo; row++) {
    world.clients.stageSince[row] = step;
    if (!world.twinsShared) world.twins.stageSince[row] = step;
    service.found[row] = people.latent[row] === 1 ? 0 : 1;
  }
  followShares(world);
  prevent(world);
  strikeCrises(world);
  strikeShocks(world);
}

/**
 * Whom prevention keeps away is never referred, and is not lived on the clients' side; the others join those who are,
 * where these are a list and everybody is lived.
 */
function prevent(world: World): void {
  const { clientRows, people, service, step, othersAsTwins } = world;
  if (clientRows.everybody) return;
  for (let row = people.firstOfStep[step]; row < world.windowTo; row++) {
    if (keptAway(world, row)) service.status[row] = Status.prevented;
    else if (!othersAsTwins) clientRows.rows[clientRows.to++] = row;
  }
}

/** Moves the rows that are lived at this step on with the window of follow-up. */
function moveWindow({ clientRows, twinRows, windowFrom, windowTo }: World): void {
  twinRows.from = windowFrom;
  twinRows.to = windowTo;
  if (!clientRows.everybody) {
    // Who is lived joins the list later; only the front moves here.
    while (clientRows.from < clientRows.to && clientRows.rows[clientRows.from] < windowFrom)
      clientRows.from++;
    return;
  }
  clientRows.from = windowFrom;
  clientRows.to = windowTo;
}

/**
 * Crises come to client and twin alike: they are drawn by who and when, whatever the service does. In the step of
 * referral the chance is the group's share of members who come in a crisis, where that is greater.
 */
export function strikeCrises(world: World): void {
  const { onset, weeks } = world.phase.scenario.clients.crisis;
  const { people, service, luck, step, phase } = world;
  if (phase.groupInCrisis.some((share) => share > onset)) {
    for (let row = people.firstOfStep[step]; row < world.windowTo; row++) {
      const share = phase.groupInCrisis[people.group[row]];
      if (luck.crisis.uniform(people.id[row], step) < share) service.crisisUntil[row] = step + weeks;
    }
  }
  if (onset <= 0) return;
  for (let row = world.windowFrom; row < world.windowTo; row++) {
    if (service.crisisUntil[row] > step) continue;
    if (luck.crisis.uniform(people.id[row], step) < onset) service.crisisUntil[row] = step + weeks;
  }
}
