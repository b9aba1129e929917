/** The scenario that `init` writes: small, quick, and every line of it meant to be changed. */
export const firstScenario = `# A first scenario: ten clients a week for a year, twelve advisers, and a fee for every job.
# Change what you like. What is not named has a default with a source: the report lists them all.
format: 1
title: My first scheme
replicates: 10
clients:
  referrals: poisson(10)            # clients a week, for clock.referralWeeks (52) weeks
  barriers:                         # need is their weighted sum, so weights sum to 1
    health: { weight: 0.6 }
    skills: { weight: 0.4 }
  groups:                           # what forms and prices can see; barriers as logit means
    nearer: { share: 0.6, barriers: { health: -1, skills: -0.5 } }
    further: { share: 0.4, barriers: { health: 1, skills: 0.3 } }
caseworkers:
  roles:
    adviser: { posts: 12, mix: { caregiver: 0.5, entrepreneur: 0.5 } }   # who they are
offices:
  provider: { share: 1 }
activities:
  meeting: { effects: { health: 1, skills: 1 } }
pathway:
  start: searching
  mainEvent: jobStart               # what outcome rates count
  stages:
    searching: {}
    working: { claim: 0, counts: false }
  transitions:
    findsWork:                      # hazard is the truth, believed what an adviser thinks
      { from: searching, to: working, emits: jobStart,
        hazard: logistic(-3.8 - 2.6 * need + 0.8 * (motivation - 0.5) + 0.12 * skill * log1p(recentAdviser / 0.15)),
        believed: logistic(-4 - 2.6 * appearance) }
incentives:
  startFee: { kind: milestoneFee, event: jobStart, amount: 3000 }
levers:                             # what the workshop page lets people move
  fee: { title: Fee for a job, path: incentives.startFee.amount, from: 0, to: 6000, step: 100 }
  grant: { title: Grant a week, path: incentives.grant.amount, from: 0, to: 36000, step: 100 }
  advisers: { title: Advisers, path: caseworkers.roles.adviser.posts, from: 4, to: 24, step: 1 }
  mix: { kind: mix, title: Who the advisers are, path: caseworkers.roles.adviser.mix }
designs:                            # the first is the base; each other one changes the file
  feePerJob: { title: A fee for every job }
  grant: { title: A grant in its place, set: { incentives: { startFee: null, grant: { kind: blockGrant, amount: { value: 18400, source: "design: about the spend of the fee" } } } } }
`;
