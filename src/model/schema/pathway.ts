import type { z } from 'zod';
import {
  choice,
  flag,
  formula,
  namedMap,
  parameter,
  section,
  share,
  text,
} from '../../scenario/kit/index.ts';

const localParameters = () =>
  namedMap(parameter({ doc: 'A number that the formulas beside it use by name.' }), {
    doc: 'Parameters of the formulas beside it: each can be sourced, swept and patched.',
    default: {},
  });

const stage = section(
  {
    title: text({ doc: 'Name in charts and reports.', default: '' }),
    claim: share({
      doc: 'How strongly a client in this stage claims hours on motives other than payoff; 0 means no claim.',
      default: 1,
      source: 'assumed: a full claim',
      range: [0, 1],
    }),
    counts: flag({
      doc: 'Whether weeks in this stage count as client-weeks without outcome.',
      default: true,
      source: 'assumed: the usual case',
    }),
    final: flag({
      doc: 'Whether the programme ends for who reaches it.',
      default: false,
      source: 'assumed: no',
    }),
  },
  { doc: 'Where a client stands on the pathway.' },
);

const transition = section(
  {
    from: text({ doc: 'Stage in which the client must be.' }),
    to: text({ doc: 'Stage to which the client moves.' }),
    hazard: formula('hazard', { doc: 'True chance a week.', unit: 'per week', min: 0, max: 1 }),
    per: choice(['week', 'contact'], {
      doc: 'Whether the hazard is a chance a week, or the chance in a step in which the client has real contact with a role that moves barriers: for pathways where contact itself is the event, such as an assessment.',
      default: 'week',
      source: 'assumed: what happens in a life can happen in any week',
    }),
    parameters: localParameters(),
    emits: text({ doc: 'Event that it emits; schemes pay on events and measures count them.' }),
    believed: formula('belief', {
      doc: 'What a caseworker believes of that chance.',
      unit: 'per week',
      min: 0,
      max: 1,
      default: 0,
      source: 'assumed: no belief, so no payoff is expected from this transition',
    }),
    openings: text({
      doc: 'Pool of openings for which those who are ready compete; empty for none.',
      default: '',
    }),
    quality: formula('hazard', {
      doc: 'Chance that the outcome is of good quality (for a job: the living wage).',
      min: 0,
      max: 1,
      default: 0,
      source: 'assumed: quality is not followed unless stated',
    }),
  },
  { doc: 'A move between stages.' },
);

const milestone = section(
  {
    emits: text({ doc: 'Event that it emits, once.' }),
    stages: namedMap(
      flag({
        doc: 'Whether weeks in the stage count.',
        default: true,
        source: 'assumed: named stages count',
      }),
      {
        doc: 'Stages whose weeks count.',
      },
    ),
    groups: namedMap(
      flag({
        doc: 'Whether the milestone is for members of the group.',
        default: true,
        source: 'assumed: named groups are meant',
      }),
      {
        doc: 'Groups for which it is: those that are true, or all but those that are false. Others never reach it, and nobody expects it of them.',
        default: {},
      },
    ),
    rule: choice(['consecutive', 'cumulative', 'ofLast'], {
      doc: 'Weeks in a row, weeks in all, or weeks of the last so many.',
      default: 'consecutive',
      source: 'assumed: the strictest reading',
    }),
    weeks: parameter({ doc: 'Weeks that must be reached.', unit: 'weeks', above: 0, wholeSteps: true }),
    of: parameter({
      doc: 'Window of the rule ofLast.',
      unit: 'weeks',
      above: 0,
      max: 64,
      wholeSteps: true,
      default: 64,
      source: 'assumed: the longest window',
    }),
    repeat: section(
      {
        every: parameter({
          doc: 'Weeks between instalments.',
          unit: 'weeks',
          above: 0,
          wholeSteps: true,
          default: 4,
          source: 'assumed: every four weeks',
        }),
        times: parameter({
          doc: 'Further instalments after the first.',
          min: 0,
          integer: true,
          default: 0,
          source: 'assumed: paid once',
        }),
      },
      { doc: 'Repeated instalments while the weeks go on: each emits the event again.' },
    ),
    after: text({ doc: 'Event after which it can be reached.', default: '' }),
    believedChance: share({
      doc: 'Believed chance that it follows that event.',
      default: 0.5,
      source: 'assumed: as likely as not',
      range: [0.2, 0.8],
    }),
    believedRate: parameter({
      doc: 'Believed weekly rate at which a client on the way to it gains from contact.',
      unit: 'per week',
      min: 0,
      default: 0.015,
      source: 'assumed: as in the trial of the model; people in work take about a fifth of the hours',
      range: [0.005, 0.03],
    }),
  },
  { doc: 'An event emitted when time in named stages reaches a number of weeks.' },
);

/** Stages, transitions and milestones as data, and the client's stay in the programme. */
export const pathwaySchema = section(
  {
    start: text({ doc: 'Stage at referral.' }),
    mainEvent: text({ doc: 'The main event: outcome measures count its first time.' }),
    sustainedEvent: text({ doc: 'Event that says that the main event lasted; empty for none.', default: '' }),
    stages: namedMap(stage, { doc: 'Stages by name.' }),
    transitions: namedMap(transition, { doc: 'Transitions by name.' }),
    milestones: namedMap(milestone, { doc: 'Milestones by name.', default: {} }),
    programme: section(
      {
        uptake: formula('hazard', {
          doc: 'Chance that a client who is offered a place wants it.',
          min: 0,
          max: 1,
          default: 1,
          source: 'assumed: taking part is not a choice unless stated',
        }),
        dropOut: formula('hazard', {
          doc: 'Chance a week that a client without outcome leaves.',
          unit: 'per week',
          min: 0,
          max: 1,
          default: 0,
          source: 'assumed: nobody leaves unless stated',
        }),
        parameters: localParameters(),
        stay: parameter({
          doc: 'Weeks after which attachment ends for who is without outcome; who has one is followed until it ends or is sustained.',
          unit: 'weeks',
          above: 0,
          default: 104,
          source: 'assumed: two years, as in the British programmes',
          range: [26, 156],
        }),
        refusal: section(
          {
            on: flag({
              doc: 'Whether offices may refuse a place.',
              default: false,
              source: 'assumed: no refusal unless stated',
            }),
            base: parameter({
              doc: 'Logit of acceptance at no motive either way.',
              default: 3,
              source: 'assumed: few are refused, as in the trial of the model',
              range: [1, 5],
            }),
            placeCost: parameter({
              doc: 'What an office thinks a place costs.',
              unit: 'money',
              above: 0,
              default: 800,
              source: 'assumed: as in the trial of the model',
              range: [400, 2000],
            }),
            worthCap: parameter({
              doc: 'Most that the worth of a place counts, in costs of a place.',
              min: 0,
              default: 3,
              source: 'assumed: as in the trial of the model',
              range: [1, 5],
            }),
            payoffSlope: parameter({
              doc: 'Weight of (value / cost − the part not covered) on the logit.',
              min: 0,
              default: 2,
              source: 'assumed: not identified apart from the slope of uptake',
              range: [0, 4],
            }),
          },
          { doc: 'Creaming at the door.' },
        ),
      },
      { doc: 'Joining, staying and leaving.' },
    ),
  },
  { doc: 'The pathway as data.' },
);

export type PathwaySection = z.infer<typeof pathwaySchema>;
