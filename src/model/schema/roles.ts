import {
  distribution,
  flag,
  formula,
  namedMap,
  parameter,
  section,
  share,
  text,
} from '../../scenario/kit/index.ts';

const screening = section(
  {
    on: flag({
      doc: 'Whether clients are screened before they may claim hours.',
      default: false,
      source: 'assumed: no screening unless stated',
    }),
    readiness: formula('appeal', {
      doc: 'Readiness as the caseworker sees it.',
      default: '0.6 * (1 - appearance) + 0.4 * perceivedMotivation',
      source:
        'assumed: experience and attitude both count for job readiness (document 004), the shares are ours',
    }),
    bar: parameter({
      doc: 'Clients whose readiness is below this are passed back.',
      default: 0.5,
      source: 'assumed: no source gives a threshold',
      range: [0.3, 0.7],
    }),
    backWeeks: parameter({
      doc: 'Weeks for which a client who was passed back speaks louder (voice) to the other role.',
      unit: 'weeks',
      min: 0,
      default: 8,
      source: 'assumed',
      range: [0, 26],
    }),
  },
  { doc: 'Screening for readiness; who is under the bar is passed back.' },
);

/** A role of caseworkers: posts, hours, costs, who they are, and how they meet what is required. */
export const roleSchema = section(
  {
    title: text({ doc: 'Name in charts and reports.', default: '' }),
    posts: parameter({
      doc: 'Posts in the whole programme, shared over offices.',
      unit: 'full-time posts',
      min: 0,
      integer: true,
    }),
    hoursPerWeek: parameter({
      doc: 'Paid hours a post a week.',
      unit: 'hours a week',
      min: 0,
      max: 168,
      default: 37,
      source: 'assumed: the usual full-time week in British public services',
    }),
    shiftHours: parameter({
      doc: 'Length of a shift, where a step is shorter than a week: posts work whole shifts by a rota and are away in the other steps. 0 spreads their hours evenly over all working steps.',
      unit: 'hours',
      min: 0,
      max: 24,
      default: 0,
      source: 'assumed: office hours, the same on every working day',
    }),
    adminShare: share({
      doc: 'Share of paid hours that goes to everything but contact.',
      default: 0.4,
      source: 'assumed: below the "up to 60%" reported for Australian front-line staff',
      range: [0.2, 0.6],
    }),
    fullLoad: parameter({
      doc: 'Caseload at which all contact hours are used; below it hours shrink in proportion.',
      unit: 'clients',
      above: 0,
      default: 50,
      source: 'assumed: without it the first arrivals would get ten times the time',
      range: [20, 150],
    }),
    hoursFollowLoad: flag({
      doc: 'Whether hours and pay shrink in proportion below full load; false: the post is there whatever the load, as at a custody desk.',
      default: true,
      source: 'assumed: posts are filled as clients come',
    }),
    weeklyCost: parameter({
      doc: 'Cost of a post a week: pay, on-costs, premises; paid in proportion to the load below full load.',
      unit: 'money a week',
      min: 0,
      default: 750,
      source: 'assumed: pay a fifth below a social worker (document 004), with on-costs and premises',
      range: [550, 950],
    }),
    wageGap: parameter({
      doc: 'How much less the role is paid than elsewhere: 0.2 is a fifth less, below 0 is more. It moves turnover and hiring only.',
      min: -1,
      max: 1,
      default: 0,
      source:
        'assumed: paid as elsewhere unless stated; document 004: key workers at least a fifth below social workers',
      range: [0, 0.3],
    }),
    shortestAppointment: parameter({
      doc: 'Nobody who is seen is seen for less.',
      unit: 'hours',
      min: 0,
      default: 0.5,
      source: 'assumed: as in the trial of the model',
      range: [0.25, 1],
    }),
    crisisLength: parameter({
      doc: 'How much longer a contact takes with a client in a crisis: it takes at least 1 + this times the shortest appointment (or, by priority, the hours needed) and is one contact on record all the same.',
      min: 0,
      max: 20,
      default: 0,
      source:
        'assumed: off unless stated. Document 003 (7.4.1): about six contacts, down to one when a family is in crisis, which would be 5; the time unit is not given',
      range: [0, 5],
    }),
    mix: namedMap(
      share({ doc: 'Share of posts with this disposition.', sumsToOne: { what: 'shares of dispositions' } }),
      {
        doc: 'Mix of dispositions by name; shares sum to 1. Dealt out by quota, not by draw.',
      },
    ),
    skill: distribution({
      doc: 'Skill of a caseworker; 1 is the mean.',
      min: 0,
      default: { dist: 'lognormal', mean: 1, sigma: 0.6 },
      source:
        'assumed: Swiss trial results (nil for half of the caseworkers, double for the others) suggest a wide spread',
    }),
    compliance: share({
      doc: 'Chance that a required contact which is due is met in a week.',
      unit: 'per week',
      default: 1,
      source: 'assumed: rules are followed unless stated',
      range: [0.5, 1],
    }),
    formOnly: share({
      doc: 'Chance that a required contact that is met is met in form only (a token contact).',
      default: 0,
      source: 'assumed: no token contacts unless stated',
      range: [0, 0.5],
    }),
    integrity: share({
      doc: 'Integrity: 1 enters nothing that was not done; below it pressure makes contacts in form only, and records of what did not happen, more likely.',
      default: 1,
      source: 'assumed: honest unless stated',
      range: [0, 1],
    }),
    tokenPressure: share({
      doc: 'What full pressure adds to `formOnly` for a caseworker of no integrity.',
      default: 0,
      source: 'assumed: no token contacts unless stated; 0 is in the range',
      range: [0, 0.5],
    }),
    tokenHours: parameter({
      doc: 'Hours that a token contact takes.',
      unit: 'hours',
      min: 0,
      default: 0.1,
      source: 'assumed: a call and an entry in the record',
      range: [0.05, 0.25],
    }),
    decisions: flag({
      doc: 'Whether this role decides on offering places.',
      default: false,
      source: 'assumed: the first role decides if none is named',
    }),
    contactAffectsBarriers: flag({
      doc: 'Whether hours of this role go to activities that move barriers and trust; false for introductions to openings.',
      default: true,
      source: 'assumed: the usual case',
    }),
    claims: namedMap(share({ doc: 'Claim of clients in this stage on the role; 0 means none.' }), {
      doc: 'How strongly clients in a stage claim hours of this role, in place of the stage’s own claim: who does what.',
      default: {},
    }),
    screening,
  },
  { doc: 'A role: posts that divide their hours among the same clients.' },
);
