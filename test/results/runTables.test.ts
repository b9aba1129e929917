import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReportTables } from '../../src/charts/tables.ts';
import { ReplicateFold } from '../../src/experiment/replicateFold.ts';
import { hostFacts, type Manifest } from '../../src/results/manifest.ts';
import { readTables, writeTables } from '../../src/results/runTables.ts';
import { fakePlan, fakeReplicate } from '../experiment/fakeReplicate.ts';
import { scratchFolder } from './scratch.ts';

const scratch = scratchFolder();

function tablesOf(replicates: number): ReportTables {
  const fold = new ReplicateFold(fakePlan);
  for (let replicate = 0; replicate < replicates; replicate++) fold.add(fakeReplicate(replicate));
  const measures = fold.summaries();
  const designs = fakePlan.designs.map((id) => ({ id, title: `Design, “${id}”` }));
  return {
    summary: {
      format: 1,
      scenario: 'fake',
      title: 'Fake',
      base: 'asBuilt',
      replicates,
      designs: Object.fromEntries(designs.map(({ id, title }) => [id, { title, measures: measures[id] }])),
    },
    weekly: fold.weekly(),
    differences: fold.differences(),
    manifest: {
      scenario: 'fake',
      title: 'Fake',
      version: '0.0.0',
      seed: 'test',
      replicates,
      replicatesAsked: 9,
      partial: replicates < 9,
      hash: 'abc',
      command: 'streetlevel run fake',
      currency: 'GBP',
      mainEvent: 'jobStart',
      designs,
      sources: {},
    },
    parameters: [{ path: 'a.b', value: 0.1, source: 'assumed', origin: 'default' }],
    catalogue: [],
    lenses: {
      format: 1,
      views: [
        {
          lens: 'provider',
          measures: [
            {
              measure: 'provider.margin',
              better: 'higher',
              replicates,
              designs: [
                { design: 'asBuilt', value: 0.1, standing: 'best' },
                {
                  design: 'other',
                  value: 0,
                  standing: 'single',
                  against: { mean: -0.1, lo: null, hi: null },
                },
              ],
            },
          ],
          leftOut: [{ measure: 'provider.margin', of: 'spread', why: 'a spread takes three runs' }],
        },
      ],
    },
    warnings: ['one'],
  };
}

function writeFolder(tables: ReportTables): string {
  const folder = join(scratch(), 'run');
  mkdirSync(folder);
  writeTables(folder, tables);
  const manifest: Manifest = {
    format: 1,
    ...tables.manifest,
    base: 'asBuilt',
    identity: { version: '0.0.0', seed: 'test', hashes: {}, references: [], clientTable: false },
    commandTyped: 'streetlevel run fake --threads 2',
    started: '2026-01-01T00:00:00.000Z',
    ended: '2026-01-01T00:00:01.000Z',
    seconds: 1,
    resumedFrom: 0,
    host: hostFacts(2),
    warnings: tables.warnings!,
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

describe('tables of a results folder', () => {
  it.each([1, 2, 9])('read back as they were written, with %i replicates', (replicates) => {
    const tables = tablesOf(replicates);
    expect(readTables(writeFolder(tables))).toEqual(tables);
  });

  it('leave the interval of one replicate empty', () => {
    const folder = writeFolder(tablesOf(1));
    expect(readFileSync(join(folder, 'weekly.csv'), 'utf8').split('\n')[1]).toBe(
      'asBuilt,0,caseload,,10,,,1',
    );
  });

  it('are refused with one sentence where something is missing', () => {
    expect(() => readTables(join(scratch(), 'none'))).toThrow('there is no folder');
    mkdirSync(join(scratch(), 'empty'));
    expect(() => readTables(join(scratch(), 'empty'))).toThrow('is no results folder');
    const folder = writeFolder(tablesOf(2));
    writeFileSync(join(folder, 'weekly.csv'), 'a,b\n');
    expect(() => readTables(folder)).toThrow('should have the columns');
    writeFileSync(join(folder, 'manifest.json'), '{"format": 2}');
    expect(() => readTables(folder)).toThrow('in format 2');
  });
});
