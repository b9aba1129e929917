import type { Scenario } from '../schema/scenario.ts';

/** Areas of a scenario: which offices answer together. */
export interface AreaTable {
  /** In the order of the file, then offices that are areas of their own. */
  readonly names: readonly string[];
  /** [office] its area. */
  readonly ofOffice: Uint8Array;
  /** [area] its offices. */
  readonly offices: readonly (readonly number[])[];
}

/** The areas that have offices. Throws nothing: an area that nobody has is found when a scenario is checked. */
export function areasOf({ areas, offices }: Pick<Scenario, 'areas' | 'offices'>): AreaTable {
  const entries = Object.entries(offices);
  const areaOf = entries.map(([name, { area }]) => (area === '' ? name : area));
  const used = new Set(areaOf);
  const names = [...Object.keys(areas).filter((name) => used.delete(name)), ...used];
  const ofOffice = Uint8Array.from(areaOf, (area) => names.indexOf(area));
  return {
    names,
    ofOffice,
    offices: names.map((_, area) =>
      entries.flatMap((__, office) => (ofOffice[office] === area ? [office] : [])),
    ),
  };
}
