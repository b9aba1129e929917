import { type DrawStream, decisions, drawStream, nameIndex, type SeedKey } from '../random/index.ts';
import type { Names } from './names.ts';
import type { WorldSection } from './schema/world.ts';

/** The draw streams of one replicate: the same for every design, and for client and twin. */
export interface Luck {
  readonly uptake: DrawStream;
  readonly acceptance: DrawStream;
  readonly assignment: DrawStream[];
  /** [role] */
  readonly noise: DrawStream[];
  readonly compliance: DrawStream[];
  readonly formOnly: DrawStream[];
  readonly audit: DrawStream[];
  readonly activity: DrawStream[];
  readonly activityEvent: DrawStream[];
  /** [transition] */
  readonly transition: DrawStream[];
  readonly quality: DrawStream;
  readonly dropOut: DrawStream;
  readonly discovery: DrawStream;
  readonly crisis: DrawStream;
  readonly openings: DrawStream;
  /** By caseworker. */
  readonly teamOrder: DrawStream;
  /** By caseworker: whether one leaves, how long the post is vacant then, who comes. */
  readonly turnover: DrawStream;
  readonly hireDelay: DrawStream;
  readonly hireDisposition: DrawStream;
  /** [role] */
  readonly skill: DrawStream[];
  readonly chemistry: DrawStream[];
  readonly sanction: DrawStream;
  readonly scoreNoise: DrawStream;
  /** [duty] by caseworker: noise of its appeal, what is asked, and how broken numbers are rounded. */
  readonly dutyNoise: DrawStream[];
  readonly dutyAsk: DrawStream[];
  readonly dutyAskRounding: DrawStream[];
  /** [event] which are invented, and which an audit looks at; whether it sees through a record. */
  readonly misreport: DrawStream[];
  readonly auditEvent: DrawStream[];
  readonly auditInsight: DrawStream;
  readonly prevention: DrawStream;
  /** [pool] seekers from outside. */
  readonly rivals: DrawStream[];
  /** [shock] */
  readonly shocks: DrawStream[];
  /** Into which office’s share of the referrals a client falls. */
  readonly office: DrawStream;
  readonly stories: DrawStream;
  /** [office] what a commissioner hears at a review beside figures. */
  readonly providerNoise: DrawStream[];
  readonly politics: DrawStream[];
  readonly userSample: DrawStream;
  readonly commissionerTurnover: DrawStream;
}

/** Streams are told apart by the names of what they belong to, so that the order in the file moves no luck. */
export function createLuck(
  key: SeedKey,
  replicate: number,
  names: Names,
  outside: WorldSection,
  duties: readonly string[],
): Luck {
  const one = (decision: Parameters<typeof drawStream>[2]) => drawStream(key, replicate, decision);
  const each = (decision: Parameters<typeof drawStream>[2], list: readonly string[]) =>
    list.map((name) => drawStream(key, replicate, decision, nameIndex(name)));
  return {
    uptake: one(decisions.uptake),
    acceptance: one(decisions.acceptance),
    assignment: each(decisions.assignment, names.roles),
    noise: each(decisions.allocationNoise, names.roles),
    compliance: each(decisions.compliance, names.roles),
    formOnly: each(decisions.formOnly, names.roles),
    audit: each(decisions.audit, names.roles),
    activity: each(decisions.activityChoice, names.roles),
    activityEvent: each(decisions.qualification, names.roles),
    transition: each(decisions.transition, names.transitions),
    quality: one(decisions.jobQuality),
    dropOut: one(decisions.dropOut),
    discovery: one(decisions.discovery),
    crisis: one(decisions.crisisOnset),
    openings: one(decisions.openingsNoise),
    teamOrder: one(decisions.teamOrder),
    turnover: one(decisions.turnover),
    hireDelay: one(decisions.hireDelay),
    hireDisposition: one(decisions.hireDisposition),
    skill: each(decisions.skill, names.roles),
    chemistry: each(decisions.chemistry, names.roles),
    sanction: one(decisions.sanction),
    scoreNoise: one(decisions.scoreNoise),
    dutyNoise: each(decisions.dutyNoise, duties),
    dutyAsk: each(decisions.dutyAsk, duties),
    dutyAskRounding: each(decisions.dutyAskRounding, duties),
    misreport: each(decisions.misreport, names.events),
    auditEvent: each(decisions.audit, names.events),
    auditInsight: one(decisions.auditInsight),
    prevention: one(decisions.prevention),
    rivals: each(decisions.rivals, Object.keys(outside.openings)),
    shocks: each(decisions.shock, Object.keys(outside.shocks)),
    office: one(decisions.office),
    stories: one(decisions.storySample),
    providerNoise: each(decisions.providerNoise, names.offices),
    politics: each(decisions.politics, names.offices),
    userSample: one(decisions.userSample),
    commissionerTurnover: one(decisions.commissionerTurnover),
  };
}
