import type { z } from 'zod';
import { choice, distribution, namedMap, parameter, section, share, text } from '../../scenario/kit/index.ts';
import { changeSchema, trustSchema } from './clientChange.ts';

const barrier = section(
  {
    title: text({ doc: 'Name in charts and reports.', default: '' }),
    weight: share({
      doc: 'Weight of this barrier in need D = Σ weight × barrier; weights sum to 1.',
      sumsToOne: { what: 'weights of barriers' },
    }),
  },
  { doc: 'A barrier between the client and the main event, between 0 and 1.' },
);

const group = section(
  {
    title: text({ doc: 'Name in charts and reports.', default: '' }),
    share: share({
      doc: 'Share of all referrals; shares sum to 1.',
      sumsToOne: { what: 'shares of groups' },
    }),
    barriers: namedMap(
      parameter({ doc: 'Mean of the barrier on the logit scale in this group.', min: -10, max: 10 }),
      { doc: 'Logit means by barrier; a barrier that is not named has mean 0.', default: {} },
    ),
    bias: parameter({
      doc: 'Added to the appearance of every member: what caseworkers think of the group beyond its need. It does not fade with contact.',
      min: -1,
      max: 1,
      default: 0,
      source: 'assumed: no bias unless the scenario states one',
      range: [-0.1, 0.15],
    }),
    inCrisis: share({
      doc: 'Share of the members who are in a crisis when they are referred; it lasts as long as any crisis.',
      default: 0,
      source: 'assumed: nobody unless the scenario says so',
      range: [0, 0.5],
    }),
    traits: namedMap(parameter({ doc: 'Value of a named trait in this group.' }), {
      doc: 'Numbers that formulas may use by name, such as a shift of the start hazard.',
      default: {},
    }),
  },
  { doc: 'An observable group: what forms, benefit types and prices can see.' },
);

/** Who is referred, and what cannot be seen of them. Formulas: MODEL-NOTES §1, docs/model.md. */
export const clientsSchema = section(
  {
    referrals: distribution({
      doc: 'Referrals a week, the same in every design.',
      unit: 'clients a week',
      min: 0,
      default: 20,
      source: 'assumed: a small programme',
    }),
    growth: parameter({
      doc: 'Growth of referrals from week to week, compound: 0.001 is about 5 percent a year.',
      unit: 'per week',
      min: -0.05,
      max: 0.05,
      default: 0,
      source: 'assumed: as many all the time',
      range: [-0.002, 0.002],
    }),
    arrivals: choice(['stated', 'replace'], {
      doc: 'stated: as many every week as `referrals` says. replace: that many in the first week, and later, as long as referrals last, one for each of these places that is free, so that the programme is always full.',
      default: 'stated',
      source: 'assumed: who comes does not depend on who has left',
    }),
    reserve: parameter({
      doc: 'With arrivals `replace`: how many can come after those who come first. A run that needs more ends with an error.',
      unit: 'clients',
      min: 0,
      integer: true,
      default: 0,
      source: 'assumed: nobody is replaced unless stated',
    }),
    barriers: namedMap(barrier, { doc: 'The barriers by name, in the order in which reports list them.' }),
    barrierSpread: parameter({
      doc: 'Standard deviation of each barrier on the logit scale within a group.',
      min: 0,
      max: 5,
      default: 0.9,
      source: 'assumed: a trial of the model used 0.9; only the outcome gradient by need bears on it',
      range: [0.5, 1.3],
    }),
    barrierShared: share({
      doc: 'Share of that variance which is common to all barriers of one client.',
      default: 0.4,
      source: 'assumed: problems cluster, but not perfectly',
      range: [0.2, 0.6],
    }),
    groups: namedMap(group, { doc: 'Observable groups by name.' }),
    traits: namedMap(parameter({ doc: 'Value for groups that do not state their own.' }), {
      doc: 'Names and default values of the traits that groups may set.',
      default: {},
    }),
    latent: section(
      {
        barrier: text({
          doc: 'The barrier that some clients have without its being seen; empty for none.',
          default: '',
        }),
        share: share({
          doc: 'Share of clients in whom it is latent.',
          default: 0,
          source: 'assumed: nothing hidden unless the scenario says so',
          range: [0, 0.5],
        }),
        unseen: share({
          doc: 'Part of the barrier that a caseworker does not see until it is found.',
          default: 0.5,
          source: 'assumed: half, as in the trial of the model',
          range: [0.2, 0.8],
        }),
        discovery: parameter({
          doc: 'Rate of discovery: found with probability 1 − exp(−rate × hours) in a week.',
          unit: 'per contact hour',
          min: 0,
          default: 0.15,
          source: 'assumed: half are found after about five contact hours',
          range: [0.05, 0.5],
        }),
        knowledgePower: parameter({
          doc: 'Power of the caseworker’s local knowledge that multiplies the rate of discovery: 0, who looks does not matter; 1, in proportion.',
          min: 0,
          default: 0,
          source:
            'assumed: off unless stated. Document 003 (8.3): only long trial-and-error work with local knowledge found what lay beneath; it gives no size',
          range: [0, 2],
        }),
      },
      { doc: 'A hidden barrier.' },
    ),
    motivation: distribution({
      doc: 'Motivation of a client, between 0 and 1.',
      min: 0,
      max: 1,
      default: { dist: 'beta', a: 4, b: 4 },
      source: 'assumed: symmetric about one half; no source gives a distribution',
    }),
    motivationError: parameter({
      doc: 'Standard deviation of the fixed error with which motivation is perceived.',
      min: 0,
      max: 1,
      default: 0.15,
      source:
        'assumed: caseworkers misread motivation (document 004: eye contact taken for lack of interest)',
      range: [0, 0.3],
    }),
    appearanceError: parameter({
      doc: 'Standard deviation of the fixed error in apparent need before any contact.',
      min: 0,
      max: 1,
      default: 0.12,
      source: 'assumed: as in the trial of the model',
      range: [0, 0.3],
    }),
    appearanceLearning: parameter({
      doc: 'Contact hours after which the error of appearance has halved: e / (1 + hours / this).',
      unit: 'hours',
      above: 0,
      default: 4,
      source: 'assumed: as in the trial of the model',
      range: [1, 12],
    }),
    predictedNeedError: parameter({
      doc: 'Standard deviation of the error of the model that predicts need for price formulas.',
      min: 0,
      default: 0.15,
      source: 'assumed: statistical profiling is about as noisy as first appearance',
      range: [0, 0.3],
    }),
    awkwardness: distribution({
      doc: 'How awkward contact with the client is (no-shows, hostility), 0 to 1, independent of need.',
      min: 0,
      max: 1,
      default: { dist: 'uniform', min: 0, max: 1 },
      source:
        'assumed: spread evenly and independent of need, so that ease is no cream rule under another name',
    }),
    trust: trustSchema,
    change: changeSchema,
    crisis: section(
      {
        onset: share({
          doc: 'Chance that a crisis begins in a week.',
          unit: 'per week',
          default: 0,
          source: 'assumed: no crises unless the scenario states a rate',
          range: [0, 0.02],
        }),
        weeks: parameter({
          doc: 'Weeks that a crisis lasts.',
          unit: 'weeks',
          above: 0,
          wholeSteps: true,
          default: 4,
          source: 'assumed',
          range: [1, 12],
        }),
      },
      { doc: 'Crises, which raise the voice motive. They come to client and twin alike.' },
    ),
  },
  { doc: 'Who is referred.' },
);

export type ClientsSection = z.infer<typeof clientsSchema>;
