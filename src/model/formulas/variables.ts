import type { FormulaContext } from '../../scenario/kit/index.ts';
import { shockVariable } from '../outside/shocks.ts';
import type { Scenario } from '../schema/scenario.ts';

/** A name that a formula may use, with its unit and range. */
export interface Variable {
  name: string;
  doc: string;
  unit?: string;
  range?: [number, number];
}

const unit: [number, number] = [0, 1];

const contactHours: Variable = {
  name: 'contactHours',
  doc: 'contact so far with roles that move barriers; 0 for the twin',
  unit: 'hours',
};

const lifeVariables: Variable[] = [
  { name: 'need', doc: 'true need D now', range: unit },
  { name: 'needStart', doc: 'true need D at referral', range: unit },
  { name: 'motivation', doc: 'true motivation', range: unit },
  { name: 'trust', doc: 'trust in the service now; for the twin, trust at referral', range: unit },
  { name: 'trustStart', doc: 'trust at referral', range: unit },
  { name: 'skill', doc: 'skill of the client’s caseworker in the main role; 1 without one' },
  { name: 'chemistry', doc: 'the caseworker as a person: spread × fixed standard normal; 0 without one' },
  { name: 'lockIn', doc: 'κ of the activity of the last week’s contact; 0 without one', range: unit },
  {
    name: 'partnerTrust',
    doc: 'trust of partners in the client’s office now, at the front line, which the duty of liaison builds; for the twin, at the start',
    range: unit,
  },
  {
    name: 'jointEffort',
    doc: 'joint effort of the partners in the client’s area now: what liaison is between leaders. It comes through the programme: before attachment, without a place and for the twin it is as at the start without any reward, whereas an intervention reaches everybody; 0 without partners',
    range: unit,
  },
  { name: 'attached', doc: '1 while attached, else 0', range: unit },
  { name: 'sanctioned', doc: '1 while a sanction lasts, else 0; 0 for the twin', range: unit },
  { name: 'weeksAttached', doc: 'weeks since attachment while attached, else 0', unit: 'weeks' },
  { name: 'quality', doc: '1 when the latest main event was of good quality, else 0', range: unit },
  contactHours,
  {
    name: 'contacts',
    doc: 'real contacts so far with roles that move barriers, of any length, for effects that need several visits; 0 for the twin',
    unit: 'contacts',
  },
  {
    name: 'mismatch',
    doc: 'share of recent contact with roles that move barriers that touched none of the barriers in which the client needed help, though there were some; 0 without contact and for the twin',
    range: unit,
  },
  {
    name: 'hoursNow',
    doc: 'contact of this step with roles that move barriers, for pathways where contact itself is the event; 0 for the twin. What contact does to a life over time reads recent contact',
    unit: 'hours',
  },
];

const sharedVariables: Variable[] = [
  { name: 'week', doc: 'week of the run', unit: 'weeks' },
  { name: 'weeksSinceReferral', doc: 'weeks since referral', unit: 'weeks' },
  { name: 'weeksInStage', doc: 'weeks in the present stage', unit: 'weeks' },
  { name: 'crisis', doc: '1 in a crisis, else 0', range: unit },
];

const seenVariables: Variable[] = [
  { name: 'appearance', doc: 'apparent need: what this caseworker sees of need' },
  { name: 'perceivedMotivation', doc: 'motivation as this caseworker sees it', range: unit },
  contactHours,
];

const appealVariables: Variable[] = [
  { name: 'awkwardness', doc: 'awkwardness of contact with the client', range: unit },
  { name: 'weeksSinceContact', doc: 'weeks since the last real contact with this role', unit: 'weeks' },
  { name: 'caseload', doc: 'clients of this caseworker', unit: 'clients' },
];

const recordedVariables: Variable[] = [
  { name: 'predictedNeed', doc: 'need as a stated model predicts it, with error', range: unit },
];

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The variable of this step's contact with a role, such as `nowKeyWorker`. */
export const nowName = (role: string): string => `now${capital(role)}`;

/** The variable of recent contact with a role, such as `recentKeyWorker`. */
export const recentName = (role: string): string => `recent${capital(role)}`;

/**
 * The names that a formula of a context may use in this scenario. `hazard` sees the true state, `belief`
 * and `appeal` what a caseworker sees, `price` and `rule` only what is recorded, `measure` all of these.
 */
export function formulaVariables(context: FormulaContext, scenario: Scenario): Variable[] {
  const { clients, caseworkers, interventions, world } = scenario;
  const traits = Object.keys(clients.traits).map((name) => ({ name, doc: 'trait of the client’s group' }));
  const places = Object.keys(world.localTraits).map((name) => ({
    name,
    doc: 'trait of the place where the client lives: that of the office into whose share of the scenario’s start the client falls, whichever office serves the client once shares have moved',
  }));
  const barriers = Object.keys(clients.barriers).map((name) => ({
    name,
    doc: 'this barrier now',
    range: unit,
  }));
  const recents = Object.keys(caseworkers.roles).map((role) => ({
    name: recentName(role),
    doc: `recent contact R with the role ${role}`,
    unit: 'hours a week',
  }));
  const shocks = Object.keys(world.shocks).map((name) => ({
    name: shockVariable(name),
    doc: `1 while the shock ${name} is on, else 0`,
    range: unit,
  }));
  const practices = Object.keys(interventions).map((name) => ({
    name,
    doc: 'how far this intervention works in the client’s office now: 0 where it does not run, 1 where all whom it needs deliver; for the twin, by the planned course',
    range: unit,
  }));
  const nows = Object.keys(caseworkers.roles).map((role) => ({
    name: nowName(role),
    doc: `contact of this step with the role ${role}; 0 for the twin`,
    unit: 'hours',
  }));
  const life = [...lifeVariables, ...barriers, ...recents, ...nows, ...shocks, ...places, ...practices];
  switch (context) {
    case 'hazard':
      return [...life, ...sharedVariables, ...traits];
    case 'belief':
      return [...seenVariables, ...sharedVariables, ...traits];
    case 'appeal':
      return [...seenVariables, ...appealVariables, ...sharedVariables, ...traits];
    case 'price':
    case 'rule':
      return recordedVariables;
    case 'measure':
      return [
        ...life,
        ...seenVariables.filter((each) => !life.includes(each)),
        ...appealVariables,
        ...recordedVariables,
        ...sharedVariables,
        ...traits,
      ];
  }
}
