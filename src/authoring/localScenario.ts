import type { LocalForm } from './localAnswers.ts';
import { type LocalName, localQuestions } from './localNumbers.ts';
import { localSums } from './localSums.ts';
import { checksOf, questionOf, shortTermsOf, titleOf } from './localWords.ts';

/** The source of a number that somebody entered. */
export const ENTERED = 'entered in the form (local number)';

/**
 * A scenario of the eight numbers, as the text of a file: a plain grant, the fee and target that were asked for, and the same with
 * everybody seen. The same form gives the same bytes. Every number says whether it was entered, computed of what was, or assumed.
 */
export function localScenario({ numbers, entered }: LocalForm): string {
  const { referrals, groups, fees, target } = numbers;
  const sums = localSums(numbers);
  const { stay, span } = sums;
  const source = (name: LocalName): string => {
    if (entered.has(name)) return ENTERED;
    return `assumed: not known here; ${localQuestions.find((question) => question.name === name)!.why}`;
  };
  const sourced = (value: number, of: string, range = '') => `{ value: ${value}, source: "${of}"${range} }`;
  const local = (name: LocalName, value = numbers[name]) => sourced(value, source(name));
  // What follows from an entered number and an assumed one is no more than assumed.
  const computed = (value: number, how: string, of: readonly LocalName[]) => {
    const guessed = of.filter((name) => !entered.has(name));
    const from = guessed.length === 0 ? 'computed' : `assumed, as ${guessed.join(' and ')} of the form`;
    return sourced(value, `${from}: ${how}`);
  };
  const further = share(groups);
  const results = [
    ...(fees > 0 ? [`fee: { kind: milestoneFee, event: jobStart, amount: ${local('fees')} }`] : []),
    ...(target > 0
      ? [
          [
            'target:',
            '  kind: target',
            '  event: jobStart',
            '  of: expected                    # of the people expected to be referred in a quarter',
            `  threshold: ${local('target', share(target))}`,
            `  bonus: ${sourced(sums.bonus, 'assumed: a twentieth of what the posts cost in a quarter; 0 leaves a target without money')}`,
          ].join('\n'),
        ]
      : []),
  ];
  const plain = [...(fees > 0 ? ['fee: null'] : []), ...(target > 0 ? ['target: null'] : [])];
  const short = shortTermsOf(numbers);
  const seenRule = `everybody seen every ${sums.seenEvery} weeks`;
  return `# Written from eight local numbers. Each says where it comes from; all else is assumed, and the report lists it.
# Change what you like, then: streetlevel validate, explain, run or workshop with this file.
format: 1
title: ${quoted(titleOf(numbers))}
question: ${quoted(questionOf(numbers))}
about: >-
  ${checksOf(numbers, sums).join('\n  ')}
  How people find work is assumed and no figure of yours: compare designs, and do not read the levels as a forecast.
replicates: ${replicatesFor(referrals * span)}

clock:
  referralWeeks: ${sourced(span, 'assumed: a year of referrals, or as long as a place lasts, so that caseloads fill')}
  followUp: ${sourced(span, 'assumed: everybody is followed as long')}

clients:
  referrals: { dist: poisson, mean: ${local('referrals')} }   # people a week
  barriers:                           # need is their weighted sum
    health: { title: Health, weight: { value: 0.6, source: "assumed: health weighs most" } }
    skills: { title: Skills, weight: { value: 0.4, source: "assumed: the rest" } }
  groups:                             # what forms and prices can see; barriers as logit means
    nearer:
      title: Nearer to work
      share: ${computed(Number((1 - further).toPrecision(6)), 'all others', ['groups'])}
      barriers: { health: { value: -1, source: "assumed: a typical level of 0.27" }, skills: { value: -0.5, source: "assumed: a typical level of 0.38" } }
    further:
      title: Further from work
      share: ${local('groups', further)}
      barriers: { health: { value: 1, source: "assumed: a typical level of 0.73" }, skills: { value: 0.3, source: "assumed: a typical level of 0.57" } }

caseworkers:
  roles:
    adviser:
      title: Caseworkers
      posts: ${local('staff')}
      hoursPerWeek: ${local('hours')}
      fullLoad: ${local('caseload')}
      weeklyCost: ${computed(sums.weeklyCost, 'the cost of a year in 52 weeks', ['cost'])}
      mix:                            # who they are: half care, half look at what pays
        caregiver: { value: 0.5, source: "assumed: no local figure; move it" }
        entrepreneur: { value: 0.5, source: "assumed: no local figure; move it" }

offices:
  provider: { title: The provider, share: 1 }

activities:
  meeting: { title: Meeting, effects: { health: { value: 1, source: "assumed: an even help" }, skills: { value: 1, source: "assumed: an even help" } } }

pathway:
  start: searching
  mainEvent: jobStart                 # what outcome rates count, and what is paid
  stages:
    searching: { title: Looking for work }
    working: { title: In work, claim: 0, counts: false }
  transitions:
    findsWork:                        # hazard is the truth, believed what a caseworker thinks
      from: searching
      to: working
      emits: jobStart
      hazard: >-
        logistic(chance - betaNeed * need + betaMotivation * (motivation - 0.5)
        + betaContact * skill * log1p(recentAdviser / contactScale))
      believed: logistic(chance - doubt - betaNeed * appearance)
      parameters:
        chance: { value: -4.2, source: "assumed: about one in four or five gets a job within a year unhelped; set it to your place", range: [-5.5, -3] }
        betaNeed: { value: 2.6, source: "assumed: as in the bundled activation pilot", range: [1.8, 3.4] }
        betaMotivation: { value: 0.8, source: "assumed: as in the bundled activation pilot", range: [0.2, 1.4] }
        betaContact: { value: 0.12, source: "assumed: as in the bundled activation pilot, after a Danish trial of fortnightly meetings", range: [0.05, 0.3] }
        contactScale: { value: 0.15, source: "assumed: hours a week at which the effect has diminishing returns", range: [0.05, 0.5] }
        doubt: { value: 0.2, source: "assumed: caseworkers expect a little less than is true", range: [0, 0.5] }
  programme:
    stay: ${computed(stay, 'staff × caseload / referrals, in weeks', ['staff', 'referrals', 'caseload'])}

incentives:                           # as asked for; the plain grant takes its place below
${indented(results, 2)}

measures:
  horizon: ${sourced(span, 'assumed: a year, or as long as a place lasts')}
  window: ${sourced(span, 'assumed: as the horizon')}
  parkedAfter: ${sourced(Math.min(13, Math.max(2, Math.floor(stay / 2))), 'assumed: a quarter without real contact, or half of a shorter stay')}

levers:                               # what the workshop page lets people move
${indented(levers(numbers, sums), 2)}

designs:                              # the first is the base; each other one changes the file
  grant:
    title: Plain grant
    about: In each of the ${span} weeks in which people are referred it pays what all posts cost when caseloads are full, whatever comes of it, and nothing after. No fee, no target.
    set:
      incentives:
${indented(plain, 8)}
        grant: { kind: blockGrant, amount: ${computed(sums.grant, 'posts × cost of a post, a week', ['staff', 'cost'])} }
  results:
    title: ${short}
    about: As asked for.
  seen:
    title: "${short}, ${seenRule}"
    about: The same, with a rule that takes at most about half of the contact hours of a full caseload.
    set:
      rules:
        seen: { role: adviser, every: ${sourced(sums.seenEvery, 'assumed: every four weeks, or less often where hours do not allow it')} }
`;
}

/** Levers of what was asked for and of what the answer hangs on, with ends around where each stands. */
function levers(
  { staff, hours, caseload, fees, target }: LocalForm['numbers'],
  { grant, bonus, seenEvery }: ReturnType<typeof localSums>,
): string[] {
  const number = (id: string, title: string, path: string, from: number, to: number, step: number) =>
    `${id}: { title: ${title}, path: ${path}, from: ${from}, to: ${to}, step: ${step} }`;
  const role = 'caseworkers.roles.adviser';
  const chance = 'pathway.transitions.findsWork.parameters';
  const rounded = (value: number, to: number) => Math.max(to, Math.ceil(value / to) * to);
  return [
    ...(fees > 0
      ? [number('fee', 'Fee for a job', 'incentives.fee.amount', 0, rounded(2 * fees, 1000), 50)]
      : []),
    ...(target > 0
      ? [
          number('target', 'Target as a share of people referred', 'incentives.target.threshold', 0, 1, 0.01),
          number(
            'bonus',
            'Bonus a quarter for the target',
            'incentives.target.bonus',
            0,
            rounded(4 * bonus, 1000),
            50,
          ),
        ]
      : []),
    number('grant', 'Grant a week', 'incentives.grant.amount', 0, rounded(2 * grant, 100), 50),
    number(
      'seenEvery',
      'Weeks within which everybody is seen',
      'rules.seen.every',
      1,
      Math.max(26, seenEvery),
      1,
    ),
    number('staff', 'Caseworkers', `${role}.posts`, Math.max(1, Math.floor(staff / 2)), 2 * staff, 1),
    number('hours', 'Paid hours a week', `${role}.hoursPerWeek`, Math.min(5, hours), 60, 0.5),
    number('caseload', 'Full caseload', `${role}.fullLoad`, 5, rounded(2 * caseload, 10), 1),
    `mix: { kind: mix, title: Who the caseworkers are, path: ${role}.mix }`,
    number('chance', 'How easily people find work here', `${chance}.chance`, -5.5, -3, 0.05),
    number('contact', 'What contact does', `${chance}.betaContact`, 0, 0.4, 0.01),
  ];
}

/** More runs of fewer people: a mean of a handful is mostly luck. */
function replicatesFor(people: number): number {
  if (people < 100) return 50;
  return people < 400 ? 20 : 10;
}

/** A share of 100 as a share of 1, without the crumbs of binary fractions. */
function share(of100: number): number {
  return Number((of100 / 100).toPrecision(6));
}

const quoted = (text: string): string => JSON.stringify(text);

/** Blocks of lines under a key. */
function indented(blocks: readonly string[], by: number): string {
  const margin = ' '.repeat(by);
  return blocks
    .flatMap((block) => block.split('\n'))
    .map((line) => margin + line)
    .join('\n');
}
