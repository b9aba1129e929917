/** What a lever stands at: a number, one of several words (`true` and `false` of a switch), or shares by name. */
export type LeverValue = number | string | Readonly<Record<string, number>>;

/** What all levers of a scenario say of themselves, as plain data that can cross to a worker. */
interface LeverHead {
  id: string;
  title: string;
  about?: string;
  /** What the schema says of the parameter. */
  doc: string;
  unit?: string;
  /** Where the value of the base comes from, or that of the first design which has it. */
  source: string;
  /** Whether the file has no designs, so that settings are those of the file. */
  ofFile: boolean;
}

/** A number between two ends. */
export interface NumberLever extends LeverHead {
  kind: 'number';
  /** The ends; a value of the scenario that lies outside those that the file states stretches them. */
  from: number;
  to: number;
  /** A value of the scenario need not lie on a step. */
  step: number;
  /** The range that parameter states, if it states one. */
  range?: readonly [number, number];
  /** By design; a design without an entry has nothing there to set. `paths` are those that take the value. */
  designs: Readonly<Record<string, { value: number; paths: readonly string[] }>>;
}

/** One of the shares that a lever divides. */
export interface LeverPart {
  name: string;
  title: string;
  source: string;
}

/** Amounts whose sum stays: how it is split. Values are shares of the sum. */
export interface SplitLever extends LeverHead {
  kind: 'split';
  parts: readonly LeverPart[];
  /** Each of `sums` is divided alike, among the parts that the design has. The first is the one that `value` tells. */
  designs: Readonly<
    Record<
      string,
      {
        value: Readonly<Record<string, number>>;
        sums: readonly { sum: number; paths: Readonly<Record<string, string>> }[];
      }
    >
  >;
}

/** Shares that sum to 1. */
export interface MixLever extends LeverHead {
  kind: 'mix';
  parts: readonly LeverPart[];
  designs: Readonly<
    Record<string, { value: Readonly<Record<string, number>>; paths: Readonly<Record<string, string>> }>
  >;
}

/** A switch, or one of several words. */
export interface ChoiceLever extends LeverHead {
  kind: 'choice';
  options: readonly { value: string; title: string }[];
  designs: Readonly<Record<string, { value: string; paths: readonly string[] }>>;
}

/** Something that people argue about and that a page lets them move, design by design. */
export type Lever = NumberLever | SplitLever | MixLever | ChoiceLever;

/** The paths of parameters that a lever moves in these designs, in all of them if none are named; some may come twice. */
export function leverPaths(
  lever: Lever,
  designs: readonly string[] = Object.keys(lever.designs),
): readonly string[] {
  return designs.flatMap((design): readonly string[] => {
    if (!lever.designs[design]) return [];
    switch (lever.kind) {
      case 'split':
        return lever.designs[design].sums.flatMap(({ paths }) => Object.values(paths));
      case 'mix':
        return Object.values(lever.designs[design].paths);
      default:
        return lever.designs[design].paths;
    }
  });
}
