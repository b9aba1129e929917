import type { Roster } from './roster.ts';

/** Caseworkers as columns, a row a post, ordered by role, then by the office and post of the start. */
export interface CaseworkerTable {
  readonly count: number;
  /** Unsigned 32-bit entity id of the present or last holder: (role, office, post, n-th holder). */
  readonly id: Uint32Array;
  readonly role: Uint8Array;
  readonly office: Uint8Array;
  /** Index into `names.dispositions`. */
  readonly disposition: Uint8Array;
  /** [motive][row]: the caseworker's own weights, in the order of `motiveNames`. */
  readonly weights: Float64Array[];
  readonly skill: Float64Array;
  /** Knowledge of the place in [0, 1]: 1 at the start unless stated, less for newcomers; multiplies skill. */
  readonly localKnowledge: Float64Array;
  /** The part of what time in post does not teach that hours of liaison and free hours have taught. */
  readonly earnedKnowledge: Float64Array;
  /** [group][row]: practice with clients of the group, in [0, 1]; multiplies skill where the scenario says so. */
  readonly practice: Float64Array[];
  /** Hours with clients in this step that a scheme left to the caseworker. */
  readonly freeHours: Float64Array;
  /** Fixed standard normal of the caseworker as a person. */
  readonly chemistry: Float64Array;
  readonly burnout: Float64Array;
  /** [activity][row]: habit, the share of recent contacts spent on the activity. */
  readonly habit: Float64Array[];
  /** First caseworker row of each role; length roles + 1. */
  readonly firstOfRole: Int32Array;
  /** 1 where the post is filled. */
  readonly present: Uint8Array;
  /** Step at whose start the holder came; 0 for those of the start. */
  readonly since: Int32Array;
  /** Step from which a vacant post can be filled; 0 while it is filled. */
  readonly vacantUntil: Float64Array;
  readonly roster: Roster;
  /** Clients attached to the caseworker now; of a team, clients per present caseworker. */
  readonly caseload: Float64Array;
  /** [role × offices + office]: clients per present caseworker of the team, where clients belong to teams. */
  readonly teamLoad: Float64Array;
  /** Place of the post in its office's rota, in [0, 1). */
  readonly turn: Float64Array;
  /** How many times its mean hours the post has in this step: 0 off duty, 1 where hours fall evenly on all steps. */
  readonly hoursFactor: Float64Array;
  /** [role × offices + office] clients who claimed hours of the role when hours were divided, and caseworkers who had any left after duties that are taken first. */
  readonly waiting: Float64Array;
  readonly atWork: Float64Array;
  /** Contact hours at hand in this step, and how many of them were given. */
  readonly hoursAvailable: Float64Array;
  readonly hoursGiven: Float64Array;
  /** Sums over the holder's time for goal strain: half the summed difference to the own division, and the hours compared. */
  readonly strain: Float64Array;
  readonly strainHours: Float64Array;
  /** [role × dispositions + disposition]: the same sums of those who have left. */
  readonly formerStrain: Float64Array;
  readonly formerStrainHours: Float64Array;
  /** [role × offices + office]: how many have left so far. */
  readonly leavers: Float64Array;
  /** [role]: changes of a client's caseworker so far, whether to another one or to nobody. */
  readonly handovers: Float64Array;
}
