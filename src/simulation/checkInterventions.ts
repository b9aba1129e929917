import type { Names } from '../model/names.ts';
import type { InterventionSection } from '../model/schema/interventions.ts';
import type { Scenario } from '../model/schema/scenario.ts';
import { namePattern } from '../scenario/kit/index.ts';
import type { MeaningProblem } from './meaningProblem.ts';
import { unknownName } from './unknownName.ts';

const kindsOfEvidence = ['proven', 'promising', 'unknown'];

/** What makes no sense in interventions: names that nobody has, and terms that leave nothing to do. */
export function checkInterventions(scenario: Scenario, names: Names): MeaningProblem[] {
  const areas = areaNames(scenario);
  return [
    ...Object.entries(scenario.interventions).flatMap(([name, terms]) =>
      checkIntervention(scenario, names, areas, name, terms),
    ),
    ...Object.entries(scenario.portfolio.local).flatMap(([area, beliefs]) => [
      ...unknownName(['portfolio', 'local', area], 'area', areas),
      ...Object.keys(beliefs).flatMap((kind) =>
        unknownName(['portfolio', 'local', area, kind], 'kind of evidence', kindsOfEvidence),
      ),
    ]),
  ];
}

/** Areas of the file, with offices or without, and offices that are areas of their own. */
function areaNames({ areas, offices }: Scenario): string[] {
  const alone = Object.entries(offices).flatMap(([name, { area }]) => (area === '' ? [name] : []));
  return [...Object.keys(areas), ...alone];
}

function checkIntervention(
  scenario: Scenario,
  names: Names,
  areas: readonly string[],
  name: string,
  { expects, groups, level, needs, offered, planned, point }: InterventionSection,
): MeaningProblem[] {
  const at = ['interventions', name];
  const places = level === 'area' ? areas : names.offices;
  const partners = Object.keys(scenario.partners);
  const problems = [
    ...Object.keys(expects).flatMap((event) => unknownName([...at, 'expects', event], 'event', names.events)),
    ...Object.keys(groups).flatMap((group) => unknownName([...at, 'groups', group], 'group', names.groups)),
    ...Object.keys(planned).flatMap((place) => unknownName([...at, 'planned', place], level, places)),
    ...Object.keys(needs).flatMap((partner) => unknownName([...at, 'needs', partner], 'partner', partners)),
  ];
  if (point !== '' && !namePattern.test(point))
    problems.push({
      path: [...at, 'point'],
      message: 'a point is named as things are, in letters and digits',
      found: point,
      allowed: 'a small letter, then letters and digits, such as arrest',
    });
  if (Object.keys(needs).length > 0 && Object.values(needs).every((weight) => weight === 0))
    problems.push({
      path: [...at, 'needs'],
      message: 'of the partners that it needs at least one has to contribute something',
      found: 'weights of 0 alone',
      allowed: 'a weight above 0, or no `needs`',
    });
  if (offered.until <= offered.from)
    problems.push({
      path: [...at, 'offered', 'until'],
      message: 'it has to be on offer for some time',
      found: String(offered.until),
      allowed: `more than ${offered.from}`,
    });
  return problems;
}
