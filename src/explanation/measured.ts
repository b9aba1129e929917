import { isShort, said, type Telling, type ToldPart } from './telling.ts';

/** What is measured, over what time, and what the scenario holds it against. */
export function measuredPart(telling: Telling): ToldPart {
  const { scenario, tell } = telling;
  const { measures, replicates } = scenario;
  const published = Object.values(measures.published);
  const claims = Object.values(measures.claims).map(({ title }) => title);
  const fitted = published.filter((each) => each.fitted).length;
  const { from, to } = measures.cohort;
  return {
    id: 'measured',
    heading: 'What is measured',
    lines: said(
      `Each design is run ${tell.counted(replicates, 'time')} with other luck, the same people and the same luck in all designs. ${measures.include === undefined ? 'All families of measures are computed' : `Families of measures: ${tell.list(measures.include)}`}.`,
      `An outcome counts within ${tell.counted(measures.horizon, 'week')} of joining; clients and their twins are compared over ${tell.counted(measures.window, 'week')} from referral. Who is not really seen for ${tell.counted(measures.parkedAfter, 'week')} is parked.`,
      (from > 0 || to < scenario.clock.referralWeeks) &&
        `Counted are those who are referred in weeks ${tell.number(from)} to ${tell.number(Math.min(to, scenario.clock.referralWeeks))}.`,
      published.length > 0 &&
        `It is held against ${tell.counted(published.length, 'published figure')}${fitted === 0 ? '; to none of them parameters were fitted' : `; to ${fitted === published.length ? 'all' : fitted} of them parameters were fitted`}.`,
      // Claims of a lesson are its answers: a short page counts them.
      claims.length > 0 &&
        (isShort(telling)
          ? `It makes ${tell.counted(claims.length, 'claim')} that every run checks: --all tells them.`
          : `It claims (${claims.length}): ${tell.list(claims.map((title) => title.replace(/\.$/, '')))}.`),
    ),
  };
}
