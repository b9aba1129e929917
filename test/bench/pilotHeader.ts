import { believedPrices } from '../../src/model/money/prices.ts';
import type { Scenario } from '../../src/model/schema/scenario.ts';
import { bindWeek } from '../../src/model/week/plan.ts';
import type { World } from '../../src/model/world.ts';
import { expm1 } from '../../src/random/index.ts';
import { cNumber, cNumbers } from './mathTables.ts';
import { buildPilot, type Pilot, WEEKS } from './pilot.ts';

/** What the C program takes for granted; where the scenario says otherwise it would be another model. */
function requireModel({ caseworkers, pathway, clients, commissioner, offices }: Scenario): void {
  const { jobStart, jobLoss } = pathway.transitions;
  const formulas: [string, string][] = [
    [
      String(jobStart.hazard.text),
      '(1 - lockIn) * logistic(alpha + startShift - betaNeed * need + betaMotivation * (motivation - 0.5) + betaTrust * (trust - trustStart) + betaContact * skill * log1p(recentKeyWorker / contactScale) + betaIntroduction * log1p(recentCoordinator / contactScale) + chemistry)',
    ],
    [
      String(jobLoss.hazard.text),
      'logistic(lossBase + lossNeed * need - lossContact * skill * log1p(recentKeyWorker / contactScale))',
    ],
    [
      String(caseworkers.roles.coordinator.screening.readiness.text),
      '0.6 * (1 - appearance) + 0.4 * perceivedMotivation',
    ],
  ];
  for (const [found, known] of formulas)
    if (found.replace(/\s+/g, ' ').trim() !== known)
      throw new Error(`pilot.c has another formula than the scenario: ${found}`);
  const off: Record<string, boolean> = {
    crises: clients.crisis.onset === 0,
    'burnout that moves weights': caseworkers.burnout.drift === 0,
    practice: caseworkers.practice.weight === 0,
    'trust by hours': clients.trust.perHour === 0,
    'cost in the choice of activities': caseworkers.habit.cost === 0,
    'a weight of habit other than 1': caseworkers.habit.weight === 1,
    'goals understood': commissioner.coupling.understood === 0,
    'turnover of staff': caseworkers.staffing.turnover.base === 0,
    'the pressure of cash': Object.values(offices).every(({ cash }) => cash.response === 0),
    reviews: Object.keys(commissioner.reviews).length === 0,
    duties: Object.keys(caseworkers.duties).length === 0,
  };
  for (const [what, holds] of Object.entries(off))
    if (!holds) throw new Error(`pilot.c knows nothing of ${what}`);
}

/** The numbers of the scenario as a C header, taken from the opened scenario and the world that the engine builds of it. */
export function pilotHeader(pilot: Pilot): string {
  const built = buildPilot(pilot, 0, 'beside');
  const { world } = built;
  const { scenario } = pilot.design;
  requireModel(scenario);
  // Instruments are set up by the first step of the week.
  bindWeek(world, built.phases)[0]();
  return [
    '/* Written from the opened scenario: see pilotHeader.ts. */\n',
    ...defines({ ...sizes(world), ...events(world), ...numbers(world) }),
    ...tables(world),
  ].join('');
}

const defines = (values: Record<string, number>): string[] =>
  Object.entries(values).map(
    ([name, value]) => `#define ${name} ${Number.isInteger(value) ? value : cNumber(value)}\n`,
  );

function sizes({ people, caseworkers, names }: World): Record<string, number> {
  return {
    PEOPLE: people.count,
    WEEKS,
    WORKERS: caseworkers.count,
    KEY_WORKERS: caseworkers.firstOfRole[1],
    OFFICES: names.offices.length,
    GROUPS: names.groups.length,
    BARRIERS: names.barriers.length,
    ACTIVITIES: names.activities.length,
    EVENTS: names.events.length,
    DISPOSITIONS: names.dispositions.length,
  };
}

function events({ names }: World): Record<string, number> {
  const at = (name: string): number => names.events.indexOf(name);
  return {
    EVENT_ATTACHED: at('attached'),
    EVENT_COMPLETED: at('completed'),
    EVENT_PASSED_BACK: at('passedBack'),
    EVENT_JOB_START: at('jobStart'),
    EVENT_JOB_LOSS: at('jobLoss'),
    EVENT_SUSTAINED: at('sustained'),
  };
}

/** Numbers that stand alone, as doubles but for those that count weeks. */
function numbers({ phase, references, names }: World): Record<string, number> {
  const { clients, caseworkers, pathway, clock, commissioner, measures } = phase.scenario;
  const { jobStart, jobLoss } = pathway.transitions;
  const [sustained] = phase.milestones;
  const { beliefs, shapes, habit, burnout, allocation } = caseworkers;
  const start = jobStart.parameters;
  const loss = jobLoss.parameters;
  const shifts = Object.values(clients.groups).map(
    (group) => group.traits.startShift ?? clients.traits.startShift,
  );
  return {
    HIDDEN_BARRIER: names.barriers.indexOf(clients.latent.barrier),
    LATENT_UNSEEN: clients.latent.unseen,
    DISCOVERY: clients.latent.discovery,
    APPEARANCE_LEARNING: clients.appearanceLearning,
    RECASTING: beliefs.recasting,
    PRICE_SALIENCE: beliefs.priceSalience,
    HORIZON: beliefs.horizon,
    EASE_FROM_NEED: beliefs.easeFromNeed,
    BELIEF_STEPS: 256,
    TURN_WEEKS: shapes.turnWeeks,
    MOTIVE_CAP: shapes.cap,
    PASSED_BACK_VOICE: shapes.passedBackVoice,
    REFERENCE_NEED: references.means.need,
    REFERENCE_GAIN: references.means.gain,
    REFERENCE_DESERVING: references.means.deserving,
    REFERENCE_EASE: references.means.ease,
    TAU: allocation.tau,
    SCREENING_BAR: caseworkers.roles.coordinator.screening.bar,
    BACK_WEEKS: Math.max(1, caseworkers.roles.coordinator.screening.backWeeks),
    HABIT_GAIN: habit.gain,
    HABIT_LEAST: habit.least,
    HABIT_MEMORY: habit.memory,
    BURNOUT_RESPONSE: burnout.response,
    BURNOUT_RECOVERY: burnout.recovery,
    TRUST_START: clients.trust.start,
    TRUST_GROWTH: clients.trust.growth,
    TRUST_DECAY: clients.trust.decay,
    HELP: clients.change.help,
    HELP_HIDDEN: clients.change.hidden,
    DRIFT: clients.change.drift,
    WEAR: clients.change.wear,
    CHANGE_CONTACT_SCALE: clients.change.contactScale,
    CONTACT_MEMORY: clients.change.contactMemory,
    MATCH_FROM: measures.matchFrom,
    PARKED_AFTER: measures.parkedAfter,
    ALPHA: start.alpha,
    BETA_NEED: start.betaNeed,
    BETA_MOTIVATION: start.betaMotivation,
    BETA_TRUST: start.betaTrust,
    BETA_CONTACT: start.betaContact,
    BETA_INTRODUCTION: start.betaIntroduction,
    START_CONTACT_SCALE: start.contactScale,
    SHIFT_MOST: Math.max(...shifts),
    CHEMISTRY: caseworkers.chemistry,
    LOSS_BASE: loss.lossBase,
    LOSS_NEED: loss.lossNeed,
    LOSS_CONTACT: loss.lossContact,
    LOSS_CONTACT_SCALE: loss.contactScale,
    QUALITY: phase.transitions[0].quality.evaluateOne({}),
    SUSTAINED_WEEKS: sustained.weeks,
    SUSTAINED_OF: sustained.of,
    SUSTAINED_BELIEVED: sustained.believedChance,
    SUSTAINED_WORTH: -expm1(-sustained.believedRate * beliefs.horizon),
    STAY: pathway.programme.stay,
    FOLLOW_UP: clock.followUp,
    REFERRAL_WEEKS: clock.referralWeeks,
    MANAGEMENT: commissioner.weeklyCost * phase.scenario.scale,
    PLANS: Object.keys(Object.values(phase.scenario.offices)[0].plan).length,
  };
}

/** Numbers by group, barrier, role, office and activity. */
function tables(world: World): string[] {
  const { phase, references, names, caseworkers } = world;
  const { clients, offices } = phase.scenario;
  const groups = Object.values(clients.groups);
  const sections = Object.values(offices);
  const prices = believedPrices(world);
  const eventOf = (name: string): number => names.events.indexOf(name);
  const posts = names.roles.map((_, role) =>
    names.offices.map(
      (_, office) =>
        Array.from(caseworkers.office).filter((own, w) => own === office && caseworkers.role[w] === role)
          .length,
    ),
  );
  const plans = sections.map(({ plan }) =>
    Object.entries(plan).map(
      ([name, { share, from, to }]) => `{${eventOf(name)}, ${from}, ${to}, ${cNumber(share)}}`,
    ),
  );
  const array = (type: string, name: string, values: readonly number[]): string =>
    `static const ${type} ${name}[] = {${type === 'int' ? values.join(', ') : cNumbers(values)}};\n`;
  const nested = (name: string, size: string, rows: readonly string[]): string =>
    `static const double ${name}[][${size}] = {${rows.map((row) => `{${row}}`).join(', ')}};\n`;
  return [
    'typedef struct { int event, from, to; double share; } Plan;\n',
    `static const Plan plans[OFFICES][PLANS] = {${plans.map((each) => `{${each.join(', ')}}`).join(', ')}};\n`,
    `static const double price[EVENTS][2][OFFICES][GROUPS] = {${prices
      .map((each) => `{${each.map((column) => `{${byOffice(column, names.groups.length)}}`).join(', ')}}`)
      .join(', ')}};\n`,
    `static const int postsOf[][OFFICES] = {${posts.map((each) => `{${each.join(', ')}}`).join(', ')}};\n`,
    nested(
      'stageClaim',
      '2',
      phase.roles.map(({ claim }) => cNumbers(claim)),
    ),
    nested(
      'activityEffect',
      'BARRIERS',
      phase.activities.map(({ effects }) => cNumbers(effects)),
    ),
    array(
      'double',
      'barrierWeight',
      Object.values(clients.barriers).map(({ weight }) => weight),
    ),
    array('double', 'groupShare', Array.from(references.groupShares)),
    array(
      'double',
      'groupBias',
      groups.map(({ bias }) => bias),
    ),
    array(
      'double',
      'startShift',
      groups.map(({ traits }) => traits.startShift ?? clients.traits.startShift),
    ),
    array('double', 'motiveScale', Array.from(phase.motiveScale)),
    array(
      'double',
      'roleHours',
      phase.roles.map(({ contactHours }) => contactHours),
    ),
    array(
      'double',
      'fullLoad',
      phase.roles.map(({ fullLoad }) => fullLoad),
    ),
    array(
      'double',
      'weeklyCost',
      phase.roles.map(({ weeklyCost }) => weeklyCost),
    ),
    array(
      'double',
      'shortestAppointment',
      phase.roles.map(({ shortest }) => shortest),
    ),
    array(
      'double',
      'officeShare',
      sections.map(({ share }) => share),
    ),
    array(
      'double',
      'pressureBase',
      sections.map(({ pressure }) => pressure.base),
    ),
    array(
      'double',
      'pressureResponse',
      sections.map(({ pressure }) => pressure.response),
    ),
    array(
      'double',
      'pressureCap',
      sections.map(({ pressure }) => pressure.cap),
    ),
    array(
      'double',
      'pressureMemory',
      sections.map(({ pressure }) => pressure.memory),
    ),
    array(
      'double',
      'passesOn',
      sections.map(({ manager }) => manager.passesOn),
    ),
    array(
      'double',
      'performanceManagement',
      sections.map((section) => section.performanceManagement),
    ),
    array(
      'double',
      'startHabit',
      caseworkers.habit.map((column) => column[0]),
    ),
    array(
      'double',
      'groupSize',
      phase.activities.map(({ groupSize }) => groupSize),
    ),
    array(
      'double',
      'activityCost',
      phase.activities.map(({ cost }) => cost),
    ),
    array(
      'double',
      'activityAppeal',
      phase.activities.map(({ appeal }) => appeal),
    ),
    array(
      'double',
      'activityPull',
      phase.activities.map(({ payoffPull }) => payoffPull),
    ),
    array(
      'double',
      'emitChance',
      phase.activities.map((each) => each.emitChance),
    ),
    array(
      'double',
      'lockIn',
      phase.activities.map((each) => each.lockIn),
    ),
    array(
      'int',
      'activityEvent',
      phase.activities.map(({ event }) => event),
    ),
    array(
      'int',
      'isPlanned',
      names.events.map((name) => (sections.every(({ plan }) => name in plan) ? 1 : 0)),
    ),
  ];
}

const byOffice = (column: Float64Array, groups: number): string =>
  Array.from(
    { length: column.length / groups },
    (_, office) => `{${cNumbers(column.subarray(office * groups, (office + 1) * groups))}}`,
  ).join(', ');
