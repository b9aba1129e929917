import type { z } from 'zod';
import {
  choice,
  distribution,
  formula,
  namedMap,
  parameter,
  section,
  share,
} from '../../scenario/kit/index.ts';
import { dutiesSchema } from '../duties/registry.ts';
import { byMotive } from '../staff/motives/registry.ts';
import { knowledgeSchema } from './knowledge.ts';
import { practiceSchema } from './practice.ts';
import { roleSchema } from './roles.ts';
import { staffingSchema } from './staffing.ts';

const weight = () =>
  parameter({
    doc: 'Weight of the motive.',
    min: 0,
    default: 0,
    source: 'assumed: a motive not named has no weight',
  });

const weights = () =>
  section(
    byMotive(() => weight()),
    { doc: 'Weights over motives; pressure multiplies the payoff weight.' },
  );
const scale = () =>
  parameter({
    doc: 'Multiplier of the motive for every caseworker: 1 as given by dispositions, 0 switched off.',
    min: 0,
    default: 1,
    source: 'assumed: all motives as the dispositions give them',
    range: [0, 1],
  });

/** Who decides: roles, dispositions, beliefs, and how hours are divided. Formulas: MODEL-NOTES §2–3. */
export const caseworkersSchema = section(
  {
    roles: namedMap(roleSchema, {
      doc: 'Roles by name; the first is the main role, on which measures of hours rest.',
    }),
    duties: dutiesSchema,
    dispositions: namedMap(weights(), {
      doc: 'Own dispositions, beside or in place of the rows of the built-in table.',
      default: {},
    }),
    motives: section(
      byMotive(() => scale()),
      {
        doc: 'Switches: what each motive counts, for all dispositions.',
      },
    ),
    shapes: section(
      {
        turnWeeks: parameter({
          doc: 'Weeks without contact at which the turn motive is 1.',
          unit: 'weeks',
          above: 0,
          default: 4,
          source: 'assumed: as in the trial of the model',
          range: [2, 8],
        }),
        cap: parameter({
          doc: 'Highest value of turn and mandate. Without a cap turn alone decides in the end, and parking cannot last.',
          above: 0,
          default: 3,
          source: 'assumed: as in the trial of the model',
          range: [2, 6],
        }),
        crisisVoice: parameter({
          doc: 'Voice of a client in a crisis.',
          min: 0,
          default: 5,
          source: 'assumed: reasoned, not tried',
          range: [2, 10],
        }),
        passedBackVoice: parameter({
          doc: 'Voice of a client who was passed back.',
          min: 0,
          default: 2,
          source: 'assumed: document 004 says that passing back brings more support, not how much',
          range: [0, 5],
        }),
      },
      { doc: 'What the motives turn, mandate and voice are at their usual and at their most.' },
    ),
    allocation: section(
      {
        rule: choice(['waterline', 'priority'], {
          doc: 'How appeal becomes hours.',
          default: 'waterline',
          source: 'assumed: the best division under diminishing returns',
        }),
        tau: parameter({
          doc: 'Diminishing returns: an hour is worth ln(1 + h/τ).',
          unit: 'hours',
          above: 0,
          default: 0.25,
          source: 'assumed: as in the trial of the model',
          range: [0.1, 0.5],
        }),
        appeal: formula('appeal', { doc: 'Appeal by formula, in place of motives.' }).optional(),
        hours: formula('appeal', {
          doc: 'Hours that a claimant takes under the priority rule.',
          unit: 'hours',
          default: 1,
          source: 'assumed: an appointment of fixed length',
          min: 0,
        }),
        noise: distribution({
          doc: 'Noise ε of judgement; appeal is multiplied by exp(ε), or ε is added.',
          default: { dist: 'normal', mean: 0, sd: 0.3 },
          source: 'assumed: 0.3; from 0 to 1 it halves the concentration, so it is no small print',
        }),
        noiseForm: choice(['multiplicative', 'additive'], {
          doc: 'Whether noise multiplies or adds.',
          default: 'multiplicative',
          source: 'assumed: appeal stays positive',
        }),
      },
      { doc: 'From appeal to hours.' },
    ),
    assignment: choice(['leastLoaded', 'keyed', 'pooled'], {
      doc: 'Which caseworker of the office takes a new client: the one with fewest, or one drawn by the client’s key; pooled: none, clients belong to the team, and whoever has hours sees whom the motives choose.',
      default: 'leastLoaded',
      source: 'assumed: managers even out caseloads',
    }),
    beliefs: section(
      {
        horizon: parameter({
          doc: 'Weeks ahead that caseworkers look.',
          unit: 'weeks',
          above: 0,
          default: 13,
          source: 'assumed: a quarter, the rhythm of reporting',
          range: [4, 104],
        }),
        insight: share({
          doc: 'How far caseworkers rank by gains in place of levels of success: B = P(1 − insight × P).',
          default: 0,
          source: 'assumed: caseworkers predict levels and not gains (published evidence, F10)',
          range: [0, 1],
        }),
        groupKnowledge: share({
          doc: 'Weight of the own group’s traits, against the mean, in what a caseworker believes.',
          default: 0.5,
          source: 'assumed: evaluators found support unrelated to the payment group, managers knew it',
          range: [0, 1],
        }),
        priceSalience: share({
          doc: 'Weight of the own group’s price, against the mean price; pressure and performance management raise it.',
          default: 0.5,
          source: 'assumed: prices were reported as ignored at the front line, and known to managers',
          range: [0, 1],
        }),
        easeFromNeed: share({
          doc: 'ρ: how much of the ease of a contact is apparent need, the rest being the client’s own awkwardness.',
          default: 0.5,
          source: 'assumed: with 1, ease would be a cream rule under another name',
          range: [0, 1],
        }),
        recasting: parameter({
          doc: 'Under load deep need is read as lack of will: perceived motivation falls by this × load above full × apparent need.',
          min: 0,
          default: 0,
          source: 'assumed: described in document 004 without a size; 0 is in the range',
          range: [0, 0.3],
        }),
      },
      { doc: 'What caseworkers believe.' },
    ),
    chemistry: parameter({
      doc: 'Spread of the caseworker as a person: multiplies a fixed standard normal of each caseworker in hazards that name `chemistry`.',
      min: 0,
      default: 0.1,
      source:
        'assumed: where hours are few, skill through hours alone cannot make caseworkers differ as trials find',
      range: [0, 0.25],
    }),
    habit: section(
      {
        gain: parameter({
          doc: 'How strongly believed gain counts in the choice of an activity, times the weight of the gain motive.',
          min: 0,
          default: 5,
          source: 'assumed: seen gains are about a tenth to a third; of this size they are felt beside habit',
          range: [0, 10],
        }),
        cost: parameter({
          doc: 'How strongly what an activity costs the office, over the cost of an hour of the role, counts against it in the choice, times the weight of the payoff motive.',
          min: 0,
          default: 0,
          source: 'assumed: caseworkers do not look at costs unless stated; 0 is in the range',
          range: [0, 2],
        }),
        least: parameter({
          doc: 'What an activity that was never used counts for in habit.',
          above: 0,
          max: 1,
          default: 0.02,
          source: 'assumed: nothing is quite out of mind',
          range: [0.005, 0.1],
        }),
        weight: parameter({
          doc: 'Weight of habit against believed gain in the choice of an activity.',
          min: 0,
          default: 1,
          source: 'assumed: familiar modules crowd out matched help (document 004), the size is ours',
          range: [0, 3],
        }),
        memory: share({
          doc: 'Weekly share by which habit moves towards what was done.',
          unit: 'per week',
          default: 0.02,
          source: 'assumed: a habit of about a year',
          range: [0, 0.1],
        }),
      },
      { doc: 'Habit over activities.' },
    ),
    burnout: section(
      {
        response: parameter({
          doc: 'Weekly growth of burnout per unit of load above full load and of pressure.',
          unit: 'per week',
          min: 0,
          default: 0.01,
          source: 'assumed: no source gives a rate',
          range: [0, 0.05],
        }),
        recovery: share({
          doc: 'Weekly recovery.',
          unit: 'per week',
          default: 0.02,
          source: 'assumed',
          range: [0, 0.1],
        }),
        drift: share({
          doc: 'How far full burnout moves the weights towards the indifferent row.',
          default: 0,
          source: 'assumed: dispositions stay unless the scenario says otherwise; 0 is in the range',
          range: [0, 1],
        }),
      },
      { doc: 'Burnout, between 0 and 1.' },
    ),
    knowledge: knowledgeSchema,
    practice: practiceSchema,
    staffing: staffingSchema,
  },
  { doc: 'Who decides, and how.' },
);

export type CaseworkersSection = z.infer<typeof caseworkersSchema>;
