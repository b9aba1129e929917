import type { DesignChange } from '../words/tables.ts';
import type { Experiment, ExperimentDesign } from './members.ts';

/**
 * What a design sets otherwise than the base design of its file, parameter by parameter in the order of the file; null where one
 * of the two has no such parameter. What is no parameter, such as the kind of an instrument, is seen by the parameters that come
 * and go with it.
 */
export function designChanges({ base }: Experiment, one: ExperimentDesign): DesignChange[] {
  if (one === base || one.member !== base.member) return [];
  const valuesOf = ({ design }: ExperimentDesign) =>
    new Map(design.parameters.map(({ path, value }) => [path, value]));
  const [was, is] = [valuesOf(base), valuesOf(one)];
  const left = [...was].flatMap(([path, from]): DesignChange[] =>
    is.get(path) === from ? [] : [{ path, from, to: is.get(path) ?? null }],
  );
  const added = [...is].flatMap(([path, to]): DesignChange[] =>
    was.has(path) ? [] : [{ path, from: null, to }],
  );
  return [...left, ...added];
}
