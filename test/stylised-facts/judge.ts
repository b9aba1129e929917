import { type Estimate, type Verdict, verdictOf, verdictOfAll } from './band.ts';
import { estimate } from './estimate.ts';
import type { Fact, Part } from './fact.ts';
import type { Found, Replicate } from './runs.ts';
import { foundOf } from './units.ts';

export interface JudgedPart {
  part: Part;
  estimate: Estimate;
  verdict: Verdict;
}

export interface JudgedFact {
  fact: Fact;
  parts: readonly JudgedPart[];
  verdict: Verdict;
}

/** What a fact's runs say of it. */
export function judge(fact: Fact, done: ReadonlyMap<string, Replicate>): JudgedFact {
  const found = foundOf(fact, done);
  const parts = fact.parts.map((part) => judgePart(part, found));
  return { fact, parts, verdict: verdictOfAll(parts.map(({ verdict }) => verdict)) };
}

function judgePart(part: Part, found: Readonly<Record<string, Found>>): JudgedPart {
  const measured = estimate(part.values(found), part.ratio);
  return { part, estimate: measured, verdict: verdictOf(measured, part.band) };
}

/** The verdict that a fact expects of itself. */
export const expectedOf = ({ parts }: Fact): Verdict =>
  verdictOfAll(parts.map(({ expects = 'shown' }) => expects));
