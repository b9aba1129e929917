/**
 * What a draw decides: every decision has a number of its own, which is part of the draw's key.
 * Closed and append-only: a number once given is never changed or used again, or all luck would move.
 */
export const decisions = {
  /** How many clients a referral stream sends in a step. */
  arrivals: 1,
  /** Which observable group a client belongs to. */
  group: 2,
  /** The part that a client’s barriers share. */
  barrierCommon: 3,
  /** The part of one barrier that is its own (index: the barrier). */
  barrierOwn: 4,
  /** Whether a client has a barrier that nobody sees yet. */
  latentBarrier: 5,
  /** A client’s motivation at referral. */
  motivation: 6,
  /** How far perceived motivation lies from the true one. */
  motivationError: 7,
  /** How far apparent need lies from the true one. */
  appearanceError: 8,
  /** How awkward contact with a client is, independent of need. */
  awkwardness: 9,
  /** A client’s trust at referral. */
  trustStart: 10,
  /** Which office a client is referred to. */
  office: 11,
  /** Whether a client wants to join. */
  uptake: 12,
  /** Whether an office accepts a client who wants to join. */
  acceptance: 13,
  /** Which caseworker an accepted client goes to. */
  assignment: 14,
  /** The shuffle that deals dispositions out to posts. */
  dispositionDeal: 15,
  /** A caseworker’s skill. */
  skill: 16,
  /** A caseworker’s own effect on outcomes, beside skill. */
  chemistry: 17,
  /** The noise in a claimant’s appeal in a step. */
  allocationNoise: 18,
  /** Who goes first among equals. */
  tieBreak: 19,
  /** Whether a required contact is made. */
  compliance: 20,
  /** Whether a required contact is made in form only. */
  formOnly: 21,
  /** Which activity an hour goes to. */
  activityChoice: 22,
  /** Whether a pathway transition happens (index: the transition). */
  transition: 23,
  /** Whether a client leaves a voluntary programme. */
  dropOut: 24,
  /** The quality of an outcome at its start. */
  jobQuality: 25,
  /** How many openings the world has in a step. */
  openingsNoise: 26,
  /** Whether a crisis begins. */
  crisisOnset: 27,
  /** How long a crisis lasts. */
  crisisLength: 28,
  /** Whether a latent barrier is found. */
  discovery: 29,
  /** Whether training ends in a qualification. */
  qualification: 30,
  /** The fixed sample of clients that sets the motives’ scales (index: the attribute). */
  referenceSample: 31,
  /** Which records an audit looks at. */
  audit: 32,
  /** Whether an event is recorded and claimed. */
  claimReporting: 33,
  /** Whether a caseworker leaves. */
  turnover: 34,
  /** Whether and how an outside shock strikes. */
  shock: 35,
  /** How a single contact goes. */
  contactOutcome: 36,
  /** How far need as a profiling model predicts it lies from the true one. */
  predictedNeed: 37,
  /** The noise in the appeal of a claimant that is no client, such as the file (index: the claimant). */
  dutyNoise: 38,
  /** Whether a caseworker records an event that did not happen (index: the event). */
  misreport: 39,
  /** Which disposition a newly hired caseworker has. */
  hireDisposition: 40,
  /** How long a post stays vacant. */
  hireDelay: 41,
  /** Which lives a commissioner hears of as stories. */
  storySample: 42,
  /** Whether prevention kept a person from being referred. */
  prevention: 43,
  /** When the seekers of a rival programme are ready for an opening (index: the pool). */
  rivals: 44,
  /** Whether a client is sanctioned. */
  sanction: 45,
  /** How far a recorded score lies from the true one. */
  scoreNoise: 46,
  /** Whether an audit sees through a record that it looks at. */
  auditInsight: 47,
  /** In which order the caseworkers of a team divide their hours in a step. */
  teamOrder: 48,
  /** How many items of a duty are asked of a caseworker in a step (index: the duty). */
  dutyAsk: 49,
  /** Whether a broken number of such items is rounded up (index: the duty). */
  dutyAskRounding: 50,
  /** How far a provider’s own account lies from the truth at a review. */
  providerNoise: 51,
  /** Which users are asked at a review. */
  userSample: 52,
  /** What mood moves elected members at a review. */
  politics: 53,
  /** Whether the commissioner leaves. */
  commissionerTurnover: 54,
  /** Whether the leader of a partner in an area leaves (index: the partner). */
  leaderTurnover: 55,
  /** Whether an inspection of a partner in an area fails (index: the partner). */
  inspection: 56,
  /** Whether a pool of budgets outside the scenario falls. */
  poolElsewhere: 57,
  /** What local priority makes an intervention worth to an area or office (index: the intervention). */
  localPriority: 58,
  /** In which order a sample of points takes the strata of a parameter (index: the parameter). */
  sampleOrder: 59,
  /** Where in its stratum a point lies (index: the parameter). */
  samplePlace: 60,
  /** Which binary digits of a Sobol’ point are turned over (index: the digit). */
  sampleScramble: 61,
  /** In which order a trajectory moves the parameters. */
  trajectoryOrder: 62,
  /** Which rows of a sample a bootstrap draws. */
  resample: 63,
  /** Which places of a search are chosen as parents. */
  searchParent: 64,
  /** How two places of a search are crossed (index: 0 whether at all, then the parameter and one). */
  searchCrossover: 65,
  /** How a place of a search is moved (index: the parameter). */
  searchMutation: 66,
} as const;

/** The number of one of the `decisions`. */
export type Decision = (typeof decisions)[keyof typeof decisions];
