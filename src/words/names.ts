import { parseMeasureKey } from '../tables/rows.ts';
import { type Quantity, spellName } from './format.ts';
import type { ReportTables } from './tables.ts';
import { type NamingTables, statedTitle } from './titles.ts';

interface MeasureName {
  label: string;
  quantity: Quantity;
}

/** Plain names of the measures of which reports speak; others take their name from the catalogue. */
const names: Record<string, MeasureName> = {
  'outcome.rate': { label: 'outcome rate', quantity: 'share' },
  'served.rate': { label: 'outcome rate of the clients', quantity: 'share' },
  'twin.rate': { label: 'outcome rate without the service', quantity: 'share' },
  'attached.rate': { label: 'share attached of those referred', quantity: 'share' },
  'sustained.share': { label: 'share sustained of main events', quantity: 'share' },
  'event.rate': { label: 'event rate', quantity: 'share' },
  'hours.perClientWeek': { label: 'contact hours per client-week', quantity: 'hours' },
  'hours.first26': { label: 'contact hours in the first 26 weeks', quantity: 'hours' },
  'return.net': { label: 'returned to public budgets per unit spent, net', quantity: 'ratio' },
  'hours.byDisposition': { label: 'contact hours per client-week', quantity: 'hours' },
  'hours.byRole': { label: 'contact hours per client-week', quantity: 'hours' },
  'parking.share': { label: 'parked share of client-weeks', quantity: 'share' },
  'parking.mostly': { label: 'share of clients parked more than half of the time', quantity: 'share' },
  'parking.unseen': { label: 'client-weeks unseen', quantity: 'share' },
  'parking.holding': { label: 'client-weeks in a holding pattern', quantity: 'share' },
  'parking.token': { label: 'client-weeks with token contact only', quantity: 'share' },
  'creaming.concentration': { label: 'concentration of hours over need', quantity: 'index' },
  'creaming.within': { label: 'concentration within groups', quantity: 'index' },
  'creaming.between': { label: 'concentration between groups', quantity: 'index' },
  'creaming.ratio': { label: 'hours of the easiest over the hardest fifth', quantity: 'ratio' },
  'creaming.tilt': { label: 'tilt of hours to the easiest fifth', quantity: 'index' },
  'creaming.entry': { label: 'concentration of acceptance at entry', quantity: 'index' },
  'additional.rate': { label: 'share with an additional outcome', quantity: 'share' },
  'deadweight.share': { label: 'deadweight share of outcomes', quantity: 'share' },
  'displacement.share': { label: 'share of additional outcomes that others lost', quantity: 'share' },
  'harm.parking': { label: 'outcomes lost by the parked', quantity: 'count' },
  'paid.total': { label: 'paid in total', quantity: 'money' },
  'spend.total': { label: 'total spending', quantity: 'money' },
  'paid.perClient': { label: 'paid per client', quantity: 'money' },
  'cost.perOutcome': { label: 'cost per outcome on record', quantity: 'money' },
  'cost.perAdditional': { label: 'cost per additional outcome', quantity: 'money' },
  'provider.surplus': { label: "providers' surplus", quantity: 'money' },
  'provider.margin': { label: "providers' margin", quantity: 'share' },
  'paid.by.group': { label: 'paid', quantity: 'money' },
  'spend.by.category': { label: 'spent', quantity: 'money' },
  'equity.gap': { label: 'outcome gap between easiest and hardest fifth', quantity: 'share' },
  'equity.added': { label: 'outcome gap net of the twins', quantity: 'share' },
  'staff.goalStrain': { label: 'goal strain of caseworkers', quantity: 'share' },
  'staff.caseload': { label: 'clients per caseworker', quantity: 'count' },
  'staff.burnout': { label: 'burnout of caseworkers', quantity: 'index' },
  'staff.pressure': { label: 'pressure felt by offices', quantity: 'index' },
  'staff.turnover': { label: 'turnover of caseworkers', quantity: 'share' },
  'staff.vacancy': { label: 'share of posts vacant', quantity: 'share' },
  'spells.length': { label: 'time from joining to leaving', quantity: 'weeks' },
  'spells.dose': { label: 'contact hours per client who joined', quantity: 'hours' },
  'mission.drift': { label: 'drift of caseworkers’ motives', quantity: 'share' },
  'staff.tenure': { label: 'tenure of caseworkers', quantity: 'weeks' },
  'staff.recordingShare': { label: 'share of hours for recording', quantity: 'share' },
  'staff.dutyShare': { label: 'share of hours for duties', quantity: 'share' },
  'staff.hoursShare': { label: 'share of hours', quantity: 'share' },
  'prevented.count': { label: 'people kept from referral by prevention', quantity: 'count' },
  'waiting.perCaseworker': { label: 'people waiting per caseworker at work', quantity: 'count' },
  'event.count': { label: 'events that happened', quantity: 'count' },
  'recorded.count': { label: 'events on record', quantity: 'count' },
  'paid.count': { label: 'events paid for', quantity: 'count' },
  'unrecorded.share': { label: 'share of true events not on record', quantity: 'share' },
  'event.perHour': { label: 'events that happened in 100 hours', quantity: 'count' },
  'recorded.perHour': { label: 'events on record in 100 hours', quantity: 'count' },
  'paid.perHour': { label: 'events paid for in 100 hours', quantity: 'count' },
  'event.hours': { label: 'hours of contact and record per event', quantity: 'hours' },
  'staff.deskShare': { label: 'share of the record in hours for clients and record', quantity: 'share' },
  'record.delay': { label: 'time from event to record', quantity: 'weeks' },
  'record.backlog': { label: 'hours of records waiting per caseworker', quantity: 'hours' },
  'misreport.share': { label: 'share of records of what did not happen', quantity: 'share' },
  'partnership.jointShare': { label: 'joint effort delivered', quantity: 'share' },
  'partnership.cost': { label: 'paid for joint work', quantity: 'money' },
  'partnership.trustEnd': { label: 'trust between partners at the end', quantity: 'index' },
  'partnership.pooled': { label: 'share of time with pooled budgets', quantity: 'share' },
  'interventions.count': { label: 'interventions', quantity: 'count' },
  'interventions.newShare': { label: 'share of interventions that are new', quantity: 'share' },
  'interventions.anyNew': { label: 'share of areas with anything new', quantity: 'share' },
  'interventions.weeks': { label: 'time for which interventions ran', quantity: 'weeks' },
  'interventions.cost': { label: 'paid for interventions', quantity: 'money' },
  'interventions.expected': { label: 'expected change of events', quantity: 'count' },
  'interventions.achieved': { label: 'change of events against the twins', quantity: 'count' },
  'commissioner.reviews': { label: 'reviews held', quantity: 'count' },
  'commissioner.ended': { label: 'contracts ended', quantity: 'count' },
  'commissioner.falseEnd': { label: 'share of ended contracts whose provider was better', quantity: 'share' },
  'commissioner.bestEnded': { label: 'ended contracts of the best provider', quantity: 'count' },
  'commissioner.rankAgreement': { label: 'agreement of evidence with true value', quantity: 'index' },
  'commissioner.changedByStories': { label: 'decisions changed by stories', quantity: 'count' },
  'commissioner.changedByFavour': { label: 'decisions changed by favour', quantity: 'count' },
  'commissioner.trust': { label: 'trust of the commissioner', quantity: 'index' },
  'commissioner.transaction': { label: 'cost of reviews and new contracts', quantity: 'money' },
  'population.rate': { label: 'outcome rate of all referred', quantity: 'share' },
  'population.effect': { label: 'change of the outcome rate of all referred', quantity: 'share' },
  'short.rate': { label: 'outcome rate by the horizon', quantity: 'share' },
  'long.rate': { label: 'outcome rate by the end', quantity: 'share' },
  'short.added': { label: 'outcomes added by the horizon', quantity: 'share' },
  'long.added': { label: 'outcomes added by the end', quantity: 'share' },
  'late.hoursShare': { label: 'share of hours whose result comes late', quantity: 'share' },
  'unmet.need': { label: 'share of need that nobody met', quantity: 'share' },
  'board.priority': { label: 'priority on the board', quantity: 'share' },
  'commissioner.share': { label: 'share of referrals at the end', quantity: 'share' },
  'indicator.before': { label: 'indicator in the period before', quantity: 'index' },
  'indicator.after': { label: 'indicator in the period after', quantity: 'index' },
  'indicator.rise': { label: 'rise of the indicator', quantity: 'index' },
  'indicator.trend': { label: 'rise that comes anyway', quantity: 'index' },
  'indicator.served': { label: 'rise by gain of the served', quantity: 'index' },
  'indicator.substitution': { label: 'rise by change of the others', quantity: 'index' },
  'indicator.reporting': { label: 'rise by reports beyond truth', quantity: 'index' },
  'indicator.servedShare': { label: 'share of the rise that is gain of the served', quantity: 'share' },
  'areas.baseline': { label: 'cost of demand in the baseline', quantity: 'money' },
  'areas.demand': { label: 'cost of demand in the test', quantity: 'money' },
  'areas.change': { label: 'change of demand', quantity: 'share' },
  'areas.twinChange': { label: 'change of demand without the service', quantity: 'share' },
  'areas.added': { label: 'change of demand added', quantity: 'share' },
  'areas.threshold': { label: 'change of demand that is rewarded', quantity: 'share' },
  'areas.luck': { label: 'luck in the change of demand', quantity: 'share' },
  'areas.passed': { label: 'share of tests passed', quantity: 'share' },
  'areas.twinPassed': { label: 'share of tests passed without the service', quantity: 'share' },
  'areas.chance': { label: 'chance to pass by one year’s figures', quantity: 'share' },
  'areas.luckPass': { label: 'chance to pass by luck alone', quantity: 'share' },
  'areas.deadweight': {
    label: 'share of passed tests that would have been passed anyway',
    quantity: 'share',
  },
  'areas.reward': { label: 'reward of areas', quantity: 'money' },
  'areas.rewardAdded': { label: 'reward of areas for what was added', quantity: 'money' },
  'outcomes.service': { label: 'trust at the end of attachment', quantity: 'index' },
  'outcomes.contact': { label: 'contact hours a client', quantity: 'hours' },
  'outcomes.change': { label: 'fall of need in attachment', quantity: 'share' },
  'outcomes.maintenance': { label: 'deterioration prevented', quantity: 'index' },
  'reported.share': { label: 'share of true events on record', quantity: 'share' },
  'openings.short': { label: 'share of weeks in which openings ran out', quantity: 'share' },
  'token.share': { label: 'share of token contacts', quantity: 'share' },
  'goodhart.paid': { label: 'change of the paid measure', quantity: 'share' },
  'goodhart.goal': { label: 'change of the goal', quantity: 'share' },
  'goodhart.gap': { label: 'paid measure ahead of the goal', quantity: 'share' },
  'contest.points': { label: 'points of the contest', quantity: 'count' },
  'contest.room': { label: 'room to the limit', quantity: 'count' },
  'reported.gap': { label: 'reported minus true', quantity: 'share' },
};

/** Fifths are of true need at arrival: 1 the easiest to help, 5 the hardest. */
export function fifthName(fifth: string | number): string {
  const words: Record<string, string> = { 1: 'easiest fifth', 3: 'middle fifth', 5: 'hardest fifth' };
  return words[String(fifth)] ?? (String(fifth) === '2' ? 'second-easiest fifth' : 'second-hardest fifth');
}

/** What a measure counts. An unknown measure is read from the unit that its catalogue entry states. */
export function measureQuantity(key: string, tables: ReportTables): Quantity {
  const { measure } = parseMeasureKey(key);
  const unit = tables.catalogue.find((entry) => entry.id === measure)?.unit.toLowerCase() ?? '';
  // The catalogue decides between a share and an amount, since a scenario may define a margin either way.
  if (/share|proportion/.test(unit)) return 'share';
  const known = names[measure]?.quantity;
  if (known) return known;
  if (/hour/.test(unit)) return 'hours';
  if (/money|currency|pound|gbp|eur|usd/.test(unit)) return 'money';
  if (/index|−1|-1/.test(unit)) return 'index';
  if (/ratio/.test(unit)) return 'ratio';
  if (/week/.test(unit)) return 'weeks';
  return unit === '' ? 'index' : 'count';
}

/** A plain name for a measure key: "parked share of client-weeks, hardest fifth". */
export function measureName(key: string, tables: NamingTables & Pick<ReportTables, 'catalogue'>): string {
  const { measure, parts } = parseMeasureKey(key);
  const entry = tables.catalogue.find((doc) => doc.id === measure);
  const label = names[measure]?.label ?? (entry ? measure.split('.').map(spellName).join(' ') : measure);
  const fifth = parts.fifth === undefined ? '' : ` of the ${fifthName(parts.fifth)}`;
  const others = Object.entries(parts).filter(([name]) => name !== 'fifth');
  return [`${label}${fifth}`, ...others.map(([name, value]) => sliceName(tables, name, value))].join(', ');
}

/** Slices whose values say by themselves what they are. */
const spelled = [
  'event',
  'category',
  'role',
  'disposition',
  'use',
  'duty',
  'kind',
  'additionality',
  'intervention',
  'point',
  'term',
  'limit',
];

function sliceName(tables: NamingTables, name: string, value: string): string {
  const title = statedTitle(tables, name, value);
  if (title !== undefined) return title;
  if (spelled.includes(name)) return spellName(value);
  return `${spellName(name)} ${value}`;
}
