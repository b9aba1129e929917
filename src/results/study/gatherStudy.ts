import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportTables } from '../../words/tables.ts';
import { readJsonIfAny, readTextIfAny } from '../files.ts';
import { type Manifest, startTiming } from '../manifest.ts';
import { ResultsFolderError } from '../resultsError.ts';
import { ResultsFolder } from '../resultsFolder.ts';
import { identityDifference } from '../runIdentity.ts';
import { readTables } from '../runTables.ts';
import { writeStudyFolder } from './writeStudy.ts';

interface Part {
  folder: string;
  manifest: Manifest;
  part: number;
  of: number;
}

export interface GatherRequest {
  /** The folder in which the folders of the parts lie. */
  folder: string;
  out: string;
  explicitOut: boolean;
  force: boolean;
  commandTyped: string;
}

export interface Gathered {
  folder: string;
  points: { asked: number; done: number; failed: number };
}

/**
 * Puts the parts of a sweep together: the folder is then the one that the whole would have left, in every file but the
 * manifest. Throws {@link ResultsFolderError} where a part is missing, belongs to another sweep or is there twice.
 */
export async function gatherStudy(request: GatherRequest): Promise<Gathered> {
  const timed = startTiming();
  const parts = partsIn(request.folder);
  const [first] = parts;
  const { shard: _, ...study } = first.manifest.identity.study!;
  const identity = { ...first.manifest.identity, study };
  const folder = ResultsFolder.open({
    target: request.out,
    explicit: request.explicitOut,
    force: request.force,
    resume: false,
    identity,
    replicates: first.manifest.replicates,
    counts: 'point',
  });
  if (folder === 'complete') throw new Error('a folder that is not resumed is never complete');
  try {
    const tables = together(parts);
    const points = { asked: 0, done: 0, failed: 0 };
    for (const { manifest } of parts)
      for (const kind of ['asked', 'done', 'failed'] as const) points[kind] += manifest.points![kind];
    const resolved = readTextIfAny(join(first.folder, 'scenario.resolved.yaml'));
    if (resolved === undefined)
      throw new ResultsFolderError(`${join(first.folder, 'scenario.resolved.yaml')} is missing`);
    await writeStudyFolder(folder.work, tables, resolved, {
      base: first.manifest.base,
      identity,
      commandTyped: request.commandTyped,
      ...timed(),
      resumedFrom: 0,
      host: first.manifest.host,
      points,
    });
    folder.commit();
    return { folder: folder.target, points };
  } catch (error) {
    folder.discard();
    throw error;
  }
}

/** The parts in their order, all of them there and of one sweep. */
function partsIn(folder: string): Part[] {
  if (!existsSync(folder)) throw new ResultsFolderError(`there is no folder ${folder}`);
  const parts = readdirSync(folder)
    .filter((name) => !name.startsWith('.') && !name.endsWith('.previous'))
    .flatMap((name): Part[] => {
      const manifest = readJsonIfAny<Manifest>(join(folder, name, 'manifest.json'));
      const [, part, of] = /^(\d+)\/(\d+)$/.exec(manifest?.identity?.study?.shard ?? '') ?? [];
      if (!manifest || part === undefined) return [];
      return [{ folder: join(folder, name), manifest, part: Number(part), of: Number(of) }];
    })
    .sort((a, b) => a.part - b.part);
  if (parts.length === 0)
    throw new ResultsFolderError(
      `${folder} holds no parts of a sweep: those are the folders that sweep --shard writes`,
    );
  const [first] = parts;
  const problems: string[] = [];
  for (const [i, { folder: place, manifest, part, of }] of parts.entries()) {
    const difference = identityDifference(wholeOf(first.manifest), wholeOf(manifest));
    if (of !== first.of) problems.push(`${place} is a part of ${of}, and ${first.folder} one of ${first.of}`);
    else if (difference)
      problems.push(`${place} belongs to another sweep than ${first.folder}: ${difference}`);
    if (i > 0 && parts[i - 1].part === part)
      problems.push(`${place} and ${parts[i - 1].folder} are the same part`);
  }
  const missing = Array.from({ length: first.of }, (_, i) => i + 1).filter(
    (number) => !parts.some(({ part }) => part === number),
  );
  if (missing.length > 0)
    problems.push(
      `${missing.length === 1 ? 'a part is' : 'parts are'} missing in ${folder}: ${missing.map((part) => `${part}/${first.of}`).join(', ')}. Run the sweep with --shard for each`,
    );
  if (problems.length > 0) throw new ResultsFolderError(problems.join('\n'));
  return parts;
}

const wholeOf = ({ identity }: Manifest): Manifest['identity'] => {
  const { shard: _, ...study } = identity.study!;
  return { ...identity, study };
};

function together(parts: readonly Part[]): ReportTables {
  const tables = parts.map(({ folder }) => readTables(folder));
  const [first] = tables;
  const findings = tables.map(({ study }) => study!);
  const ordered = findings
    .flatMap(({ points, rows }) => {
      const byPoint = new Map(points.map(({ id }) => [id, rows.slice(0, 0)]));
      for (const row of rows) byPoint.get(row.point)!.push(row);
      return points.map((point) => ({ point, rows: byPoint.get(point.id)! }));
    })
    .sort((a, b) => a.point.id - b.point.id);
  return {
    ...first,
    manifest: { ...first.manifest, partial: parts.some(({ manifest }) => manifest.partial) },
    warnings: [...new Set(tables.flatMap(({ warnings }) => warnings ?? []))],
    study: {
      ...findings[0],
      points: ordered.map(({ point }) => point),
      rows: ordered.flatMap(({ rows }) => rows),
    },
  };
}
