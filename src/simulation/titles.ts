import type { Scenario } from '../model/schema/scenario.ts';

/** Titles by the slice of measures that names them, then by name. */
export type SliceTitles = Record<string, Record<string, string>>;

/**
 * The titles that designs give to what measures are sliced by, the first design's where they differ. What has no
 * title is left out. An office that is an area of its own gives the area its title.
 */
export function sliceTitles(scenarios: readonly Scenario[]): SliceTitles {
  const titles: SliceTitles = {};
  for (const scenario of scenarios)
    for (const [slice, sections] of Object.entries(titledSections(scenario)))
      for (const [name, { title }] of Object.entries(sections))
        if (title !== '') (titles[slice] ??= {})[name] ??= title;
  return titles;
}

function titledSections({
  activities,
  areas,
  caseworkers,
  clients,
  interventions,
  measures,
  offices,
  partners,
}: Scenario): Record<string, Record<string, { title: string }>> {
  const alone = Object.fromEntries(Object.entries(offices).filter(([, { area }]) => area === ''));
  return {
    activity: activities,
    area: { ...alone, ...areas },
    duty: caseworkers.duties,
    group: clients.groups,
    intervention: interventions,
    limit: measures.contest.limits,
    office: offices,
    partner: partners,
    role: caseworkers.roles,
    term: measures.contest.points,
  };
}
