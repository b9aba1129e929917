import { csvLine } from './csv.ts';

/** A mean over replicates with its 95% t interval; ends are null with one replicate. */
export interface Figure {
  mean: number;
  lo: number | null;
  hi: number | null;
}

/** What an entry got for one thing that is valued. */
export interface TermScore {
  term: string;
  /** What is valued, in the words of the scenario. */
  title: string;
  measure: string;
  /** The measure in this design. */
  value: Figure | null;
  points: Figure | null;
}

/** How an entry stands to one limit, by the mean over replicates. */
export interface LimitStanding {
  limit: string;
  title: string;
  measure: string;
  is: 'atMost' | 'atLeast';
  allowed: number;
  value: Figure | null;
  kept: boolean;
}

/** An entry to a contest. */
export interface Entry {
  design: string;
  title: string;
  /** The contract that the others are measured against. */
  isBase: boolean;
  /** By the mean of the points among entries that keep all limits, 1 the best, ties alike; null for an entry without place. */
  place: number | null;
  /** Why it has no place: limits that it breaks, or points that are undefined. */
  why: string[];
  points: Figure | null;
  terms: TermScore[];
  limits: LimitStanding[];
  /** How many points the entry of the next better place is ahead, and whether the 95% interval of that leaves out 0; null for the first and for one replicate. */
  behind: (Figure & { told: boolean }) | null;
}

/** `standings.json`: a contest's entries, the best first, those without place last. */
export interface Standings {
  format: 1;
  contest: string;
  title: string;
  seed: string;
  replicates: number;
  entries: Entry[];
}

/** `standings.csv`: one row an entry, for a gradebook. */
export function standingsCsv({ entries }: Standings): string {
  const terms = entries[0]?.terms.map(({ term }) => term) ?? [];
  const head = [
    'place',
    'entry',
    'title',
    'points',
    'lo',
    'hi',
    ...terms.map((term) => `points.${term}`),
    'why',
  ];
  const rows = entries.map(({ place, design, title, points, terms: scored, why }) => [
    place,
    design,
    title,
    points?.mean ?? null,
    points?.lo ?? null,
    points?.hi ?? null,
    ...scored.map(({ points: part }) => part?.mean ?? null),
    why.join('; '),
  ]);
  return [head, ...rows].map(csvLine).join('');
}
