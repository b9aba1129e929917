/** How one caseworker divided the hours of one step, as plain data for a page and for words. */

/** What one client was to a caseworker who divided hours. */
export interface ClientClaim {
  /** Id as tables write it. */
  client: string;
  /** Row of the client among people. */
  row: number;
  /** Fifth of true need, 1 easiest to 5 hardest. */
  fifth: number;
  /**
   * `claimed`: took part in the division. `required`: was seen since a rule asked for it. `token`: the same in form only.
   * `notReady`: did not pass the screening. `noClaim`: in a stage that claims no hours. `colleague`: seen by a colleague.
   * `away`: the caseworker had no hours in this step.
   */
  standing: 'claimed' | 'required' | 'token' | 'notReady' | 'noClaim' | 'colleague' | 'away';
  /** Hours of contact that the client got in the division or by the rule; of a contact in form only, 0. */
  hours: number;
  /** Hours beside them, of those that the scheme leaves free. */
  freeHours: number;
  /** Appeal with the noise of judgement, as it was divided by; 0 for who claimed nothing. */
  appeal: number;
  /** Appeal before noise, the sum of `parts`. */
  judged: number;
  /** What multiplies the judged appeal or, where the scenario adds noise, is added to it. */
  noise: number;
  /** By `motives` of the step: how much of the judged appeal each makes up. */
  parts: number[];
  /** The part of the judged appeal that pressure puts on payoff. */
  pressed: number;
  /** Money that the caseworker believes the client can bring within the horizon. */
  money: number;
}

/** Items of a duty that stood beside clients. */
export interface DutyClaim {
  duty: string;
  /** Items that waited, hours of one, and how many were done in the division. */
  waiting: number;
  size: number;
  served: number;
  /** Appeal of one item, with noise. */
  appeal: number;
}

/** One caseworker in one step. Hours are those of the step. */
export interface CaseworkerStep {
  /** Step and week of the run, from 0. */
  step: number;
  week: number;
  caseworker: string;
  role: string;
  office: string;
  disposition: string;
  /** Whether the post is filled. */
  present: boolean;
  /** Clients of the caseworker, or of a team per present colleague. */
  caseload: number;
  /** Pressure as it is felt, and burnout when hours were divided. */
  pressure: number;
  burnout: number;
  /** Hours at hand, and those of them that went to required contacts, to contacts in form only and to free choice. */
  atHand: number;
  requiredHours: number;
  tokenHours: number;
  freeHours: number;
  /** Hours that were divided among clients and items, and how many of them nobody took. */
  divided: number;
  unclaimed: number;
  rule: 'waterline' | 'priority';
  /** Hours of an appointment that do nothing by themselves, and the shortest appointment. */
  tau: number;
  shortest: number;
  /** The line λ; under the priority rule the appeal of the last one served. Null where no client was served. */
  line: number | null;
  /** What the parts of an appeal are: the motives, or one part where appeal comes otherwise. */
  motives: string[];
  noiseForm: 'multiplicative' | 'additive';
  /** Greatest appeal first, then those who took no part in the division. */
  clients: ClientClaim[];
  /** Items that stood beside clients in the division, and all hours of the step by duty. */
  duties: DutyClaim[];
  dutyHours: { duty: string; hours: number }[];
}
