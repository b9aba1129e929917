import { dutyKinds } from '../model/duties/registry.ts';
import { dispositions } from '../model/staff/dispositions.ts';
import { MOTIVE, type MotiveName, motives } from '../model/staff/motives/registry.ts';
import { buildDistribution } from '../random/index.ts';
import { spellName } from '../words/format.ts';
import { isShort, said, some, type Telling, type ToldPart } from './telling.ts';

/** Who works, how many, their hours, and what moves them. */
export function staffPart(telling: Telling): ToldPart {
  const roles = Object.keys(telling.scenario.caseworkers.roles);
  return {
    id: 'staff',
    heading: 'Who works',
    lines: said(
      ...roles.map((role) => roleLine(telling, role)),
      ...dispositionLines(telling),
      ...dutyLines(telling),
      ...divisionLines(telling),
      ...changeLines(telling),
    ),
  };
}

function roleLine({ scenario, tell }: Telling, name: string): string {
  const role = scenario.caseworkers.roles[name];
  const mix = Object.entries(role.mix).map(([id, share]) => `${tell.share(share)} ${rowTitle(id)}`);
  // A full load of one client at most is no load to speak of: the post has its hours.
  const shrinks = role.hoursFollowLoad && role.fullLoad > 1;
  const full = shrinks
    ? `; below ${tell.counted(role.fullLoad, 'client')} a caseworker hours and pay shrink in proportion`
    : '; the post is there whatever the load';
  const cost = role.weeklyCost === 0 ? '' : ` A post costs ${tell.money(role.weeklyCost)} a week.`;
  const screening = role.screening.on
    ? ` Who is below ${tell.number(role.screening.bar)} in readiness, as it appears, is passed back.`
    : '';
  return `${tell.title('role', name)}: ${tell.counted(role.posts, 'post')} of ${tell.counted(role.hoursPerWeek, 'paid hour')} a week, ${tell.share(role.adminShare)} of them for everything but contact${full}. Nobody is seen for less than ${tell.counted(role.shortestAppointment, 'hour')}. They are ${tell.list(mix)}.${cost}${screening}`;
}

const looksAt = (motive: string): string => motives[MOTIVE[motive as MotiveName]].says;

const rowTitle = (id: string): string => (dispositions[id]?.title ?? spellName(id)).toLowerCase();

/** Dispositions in the mixes of roles and offices, each by its motives from the strongest to the weakest. */
function dispositionLines(telling: Telling): string[] {
  const { scenario, tell } = telling;
  const { caseworkers, offices } = scenario;
  const mixes = [
    ...Object.values(caseworkers.roles).map(({ mix }) => mix),
    ...Object.values(offices).flatMap(({ mix }) => Object.values(mix)),
  ];
  const ids = [...new Set(mixes.flatMap((mix) => Object.keys(mix).filter((id) => mix[id] > 0)))];
  if (caseworkers.allocation.appeal !== undefined)
    return [
      `What claims time is a formula and not a disposition: ${tell.formula(caseworkers.allocation.appeal)}.`,
    ];
  const lines = ids.map((id) => {
    const weights = weightsOf(scenario, id);
    const words = Object.entries(weights)
      .filter(([, weight]) => weight > 0)
      .sort(([, a], [, b]) => b - a)
      .map(([motive, weight]) => `${looksAt(motive)} (${tell.number(weight)})`);
    const by =
      words.length > 0
        ? `by ${some(words, isShort(telling) ? { ...telling, most: 3 } : telling)}`
        : 'to all alike';
    return `${tell.sentence(rowTitle(id))}: gives time ${by}.`;
  });
  const off = Object.entries(caseworkers.motives).filter(([, scale]) => scale !== 1);
  if (off.length > 0)
    lines.push(
      `For everybody ${tell.list(off.map(([motive, scale]) => `“${looksAt(motive)}” counts ${tell.number(scale)} times`))} as much.`,
    );
  return lines;
}

function weightsOf(scenario: Telling['scenario'], id: string): Record<string, number> {
  const own = scenario.caseworkers.dispositions;
  return Object.hasOwn(own, id) ? own[id] : (dispositions[id]?.weights ?? {});
}

function dutyLines(telling: Telling): string[] {
  const { scenario, tell } = telling;
  const all = Object.entries(scenario.caseworkers.duties);
  // Work that does nothing for clients is told by its hours on a short page: there may be much of it.
  const isAside = ({ kind, first, onSlack }: Duty): boolean => kind === 'otherWork' && (first || onSlack);
  const aside = !isShort(telling) ? [] : all.filter(([, terms]) => isAside(terms));
  const whole = all
    .filter((entry) => !aside.includes(entry))
    .map(([name, terms]) => {
      const when = terms.first
        ? 'before clients'
        : terms.onSlack
          ? 'only in hours that nobody else claims'
          : 'beside clients';
      return `Duty ${tell.title('duty', name)} (${tell.title('role', terms.role)}), ${when}: ${dutyKinds[terms.kind].says(terms as never, tell)}`;
    });
  const hours = (name: string, terms: Duty): string => {
    const asked = 'ask' in terms ? buildDistribution(terms.ask).mean * terms.item : 0;
    return `${tell.title('duty', name)} (${tell.number(Number(asked.toPrecision(3)))})`;
  };
  const roles = [...new Set(aside.map(([, { role }]) => role))];
  const short = roles.flatMap((role) =>
    [true, false].map((first) => {
      const own = aside.filter(([, terms]) => terms.role === role && terms.first === first);
      const list = own.map(([name, terms]) => hours(name, terms));
      const when = first ? 'before clients' : 'in hours that nobody else claims';
      return list.length === 0
        ? ''
        : `Other work of a caseworker (${tell.title('role', role)}), hours a week, ${when}: ${tell.list(list)}.`;
    }),
  );
  return [...whole, ...short];
}

type Duty = Telling['scenario']['caseworkers']['duties'][string];

function divisionLines({ scenario, tell }: Telling): (string | false)[] {
  const { allocation, assignment } = scenario.caseworkers;
  const rule =
    allocation.rule === 'waterline'
      ? `Hours are divided by the waterline: whoever appeals less than the line gets none; an hour is worth ln(1 + h / ${tell.number(allocation.tau)}).`
      : `Hours go in order of appeal, ${tell.formula(allocation.hours)} to each, until none are left.`;
  const who = {
    leastLoaded: 'A new client goes to the caseworker with the fewest.',
    keyed: 'A new client goes to a caseworker by chance.',
    pooled: 'Clients belong to the team, and whoever has hours sees them.',
  }[assignment];
  const noise = `Noise of judgement is ${tell.spread(allocation.noise)}.`;
  return [`${rule} ${noise} ${who}`];
}

function changeLines(telling: Telling): (string | false)[] {
  const { scenario, tell } = telling;
  const { staffing, burnout } = scenario.caseworkers;
  const { turnover, hiring } = staffing;
  return [
    turnover.base > 0 &&
      `Of posts without strain ${tell.share(turnover.base)} fall vacant within ${tell.counted(turnover.period, 'week')}; filling one takes ${tell.counted(hiring.lag, 'week')}.`,
    burnout.drift > 0 &&
      `Full burnout moves what moves them ${tell.share(burnout.drift)} of the way to indifference.`,
    activities(telling),
  ];
}

function activities(telling: Telling): string {
  const { scenario, tell } = telling;
  const list = Object.entries(scenario.activities).map(([name, { effects, groupSize, cost, adoption }]) => {
    const moved = Object.entries(effects).filter(([, effect]) => effect > 0);
    const helps =
      moved.length > 0
        ? `helps with ${tell.list(moved.map(([barrier, effect]) => `${tell.title('barrier', barrier)} ${tell.number(effect)}`))}`
        : 'helps with no barrier';
    const extra = [
      ...(groupSize === 1 ? [] : [`${tell.number(groupSize)} clients at once`]),
      ...(cost === 0 ? [] : [`${tell.money(cost)} a contact`]),
      ...(adoption === undefined ? [] : ['not in use until an office adopts it']),
    ];
    return `${tell.title('activity', name)} (${[helps, ...extra].join('; ')})`;
  });
  if (list.length === 0) {
    const { help } = scenario.clients.change;
    return help === 0
      ? 'Contact moves no barrier: there are no activities, and nothing in it helps.'
      : 'There are no activities: contact as such helps with every barrier alike.';
  }
  return `Contact is ${some(list, telling)}.`;
}
