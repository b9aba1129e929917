import { join } from 'node:path';
import type { PointOutcome, PointRequest } from '../../experiment/study/point.ts';
import { makeFolder, readJsonIfAny, writeWhole } from '../files.ts';
import { pointsFolder } from '../unfinishedWork.ts';

type Done = Extract<PointOutcome, { state: 'done' }>;

interface StoredPoint {
  format: 1;
  request: PointRequest;
  designs: Done['designs'];
}

/** The finished points of a study on disk, by their number. */
export class PointStore {
  private folder: string;

  constructor(folder: string) {
    this.folder = join(folder, pointsFolder);
    makeFolder(this.folder);
  }

  /** A point as it was run before; undefined where it was not, or was another then. */
  read(request: PointRequest): Done | undefined {
    const stored = readJsonIfAny<StoredPoint>(this.path(request));
    if (stored?.format !== 1 || textOf(stored.request) !== textOf(request)) return undefined;
    return { state: 'done', designs: stored.designs };
  }

  write(request: PointRequest, { designs }: Done): void {
    const { id, settings, replicates, seed } = request;
    const stored: StoredPoint = {
      format: 1,
      request: { id, settings, replicates, ...(seed !== undefined && { seed }) },
      designs,
    };
    writeWhole(this.path(request), JSON.stringify(stored));
  }

  private path({ id }: PointRequest): string {
    const name = id === 'stated' ? id : String(id).padStart(6, '0');
    return join(this.folder, `${name}.json`);
  }
}

const textOf = ({ id, settings, replicates, seed }: PointRequest): string =>
  JSON.stringify([id, settings, replicates, seed ?? null]);
