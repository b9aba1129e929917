import { decisions, drawStream, type SeedKey } from '../../random/index.ts';
import { sobolSequence } from '../sampling/index.ts';
import { crowding } from './crowding.ts';
import { type Judged, layersOf } from './dominance.ts';
import { breed, type Gene } from './variation.ts';

/** Places of the unit cube that are judged together, so that they can be run side by side. */
export interface SearchProblem {
  genes: readonly Gene[];
  /** Places at which the search begins, beside a sample. */
  first: readonly (readonly number[])[];
  /** What tells places apart: those of one name are one setting, which is run once. */
  nameOf(place: readonly number[]): string;
  /** What became of each; `missing` where an interrupt came before. */
  judge(places: readonly (readonly number[])[]): Promise<(Judged | 'missing')[]>;
}

export interface SearchOptions {
  /** Places that may be judged in all. */
  budget: number;
  /** Places of a generation. */
  population: number;
  key: SeedKey;
}

export interface SearchResult {
  /** In the order in which they were judged. */
  places: number[][];
  judged: (Judged | 'missing')[];
  end: 'budget' | 'exhausted' | 'stopped';
}

interface Judgement extends Judged {
  place: readonly number[];
  /** Layer from 0, and room within it. */
  layer: number;
  room: number;
}

/** Pairs that are bred for each child that is wanted, before places are drawn at random, and again before it is given up. */
const TRIES = 20;

/**
 * NSGA-II (Deb, Pratap, Agarwal and Meyarivan 2002): a population that is sorted into layers, those with more room first
 * within a layer, breeds by tournaments of two and is cut down to the best of parents and children. It begins with a
 * scrambled Sobol’ sample, and no setting is judged twice. Libraries for this run only functions that answer at once; here
 * an answer is seconds of threads.
 *
 * Deterministic: every draw is keyed by generation and attempt, so that the same answers lead the same way.
 */
export async function searchFront(problem: SearchProblem, options: SearchOptions): Promise<SearchResult> {
  const { budget, population, key } = options;
  const known = new Set<string>();
  const result: SearchResult = { places: [], judged: [], end: 'budget' };
  const fresh = (places: readonly (readonly number[])[]) =>
    places.filter((place) => {
      const name = problem.nameOf(place);
      return !known.has(name) && known.add(name);
    });
  const judge = async (places: readonly (readonly number[])[]): Promise<Judgement[] | undefined> => {
    const found = await problem.judge(places);
    result.places.push(...places.map((place) => [...place]));
    result.judged.push(...found);
    if (found.includes('missing')) return undefined;
    return places.map((place, i) => ({ ...(found[i] as Judged), place, layer: 0, room: 0 }));
  };
  const sample = sobolSequence(Math.max(0, population - problem.first.length), problem.genes.length, key);
  const first = fresh([...problem.first, ...sample.map((place) => [...place])]).slice(0, budget);
  let parents = await judge(first);
  for (let generation = 1; parents && result.places.length < budget; generation++) {
    parents = survivors(parents, population);
    const wanted = Math.min(population, budget - result.places.length);
    const children = offspring(parents, problem.genes, fresh, { key, generation, wanted });
    if (children.length === 0) return { ...result, end: 'exhausted' };
    const judged = await judge(children);
    parents = judged && [...parents, ...judged];
  }
  return parents ? result : { ...result, end: 'stopped' };
}

/** The best of them, with layer and room told. */
function survivors(all: readonly Judgement[], count: number): Judgement[] {
  const ranked = layersOf(all).flatMap((numbers, layer) => {
    const room = crowding(numbers.map((i) => all[i].goals));
    return numbers.map((i, at) => ({ ...all[i], layer, room: room[at] }));
  });
  // Sorting keeps the order of equals, so that nothing hangs on the engine.
  return ranked.sort((a, b) => a.layer - b.layer || moreRoom(a, b)).slice(0, count);
}

const moreRoom = (a: Judgement, b: Judgement): number => (a.room === b.room ? 0 : b.room - a.room);

function offspring(
  parents: readonly Judgement[],
  genes: readonly Gene[],
  fresh: (places: readonly (readonly number[])[]) => (readonly number[])[],
  { key, generation, wanted }: { key: SeedKey; generation: number; wanted: number },
): (readonly number[])[] {
  const children: (readonly number[])[] = [];
  const draw = drawStream(key, generation, decisions.searchParent);
  const chosen = (attempt: number, at: number): readonly number[] => {
    // Of two the one in the better order: parents stand in theirs.
    const one = Math.floor(draw.uniform(attempt, at) * parents.length);
    const other = Math.floor(draw.uniform(attempt, at + 1) * parents.length);
    return parents[Math.min(one, other)].place;
  };
  for (let attempt = 0; attempt < 2 * TRIES * wanted && children.length < wanted; attempt++) {
    const places =
      attempt < TRIES * wanted
        ? breed([chosen(attempt, 0), chosen(attempt, 2)], genes, { key, generation, attempt })
        : [genes.map((_, k) => draw.uniform(attempt, 4 + k))];
    for (const place of places) if (children.length < wanted) children.push(...fresh([place]));
  }
  return children;
}
