import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ReplicateFold } from '../../src/experiment/replicateFold.ts';
import { type FolderRequest, ResultsFolder } from '../../src/results/resultsFolder.ts';
import type { RunIdentity } from '../../src/results/runIdentity.ts';
import { type RunState, writeState } from '../../src/results/runState.ts';
import { fakePlan, fakeReplicate } from '../experiment/fakeReplicate.ts';
import { scratchFolder } from './scratch.ts';

const scratch = scratchFolder();

const identity: RunIdentity = {
  version: '1.0.0',
  seed: 'test',
  hashes: { asBuilt: 'a' },
  references: [],
  clientTable: false,
};

const request = (change: Partial<FolderRequest> = {}): FolderRequest => ({
  target: join(scratch(), 'run'),
  explicit: false,
  force: false,
  resume: false,
  identity,
  replicates: 10,
  counts: 'replicate',
  ...change,
});

function open(change: Partial<FolderRequest> = {}): ResultsFolder<RunState> {
  const folder = ResultsFolder.open<RunState>(request(change));
  if (folder === 'complete') throw new Error('complete');
  return folder;
}

/** Writes a folder as a run does, with `replicates` done, and moves it into place. */
function run(words: string, replicates = 10, change: Partial<FolderRequest> = {}): void {
  const folder = open(change);
  const partial = replicates < 10;
  writeFileSync(join(folder.work, 'report.html'), words);
  writeFileSync(join(folder.work, 'measures.csv'), `${words}\n`);
  writeFileSync(
    join(folder.work, 'manifest.json'),
    JSON.stringify({ format: 1, scenario: 'x', partial, replicates, identity: change.identity ?? identity }),
  );
  if (partial) keep(folder.work, replicates, change.identity);
  folder.commit();
}

function keep(folder: string, replicates: number, of: RunIdentity = identity): void {
  const fold = new ReplicateFold(fakePlan);
  for (let replicate = 0; replicate < replicates; replicate++) fold.add(fakeReplicate(replicate));
  const state: RunState = {
    format: 1,
    identity: of,
    done: replicates,
    files: ['measures.csv'],
    fold: fold.state(),
    measuresBytes: 1,
    tables: {},
  };
  writeState(folder, state);
}

const report = (name = 'run') => readFileSync(join(scratch(), name, 'report.html'), 'utf8');

describe('results folder', () => {
  it('shows nothing under the final name before it is whole, and no trace of the work after', () => {
    const folder = open();
    expect(existsSync(join(scratch(), 'run'))).toBe(false);
    writeFileSync(join(folder.work, 'report.html'), 'one');
    folder.commit();
    expect(readdirSync(scratch())).toEqual(['run']);
    expect(readdirSync(join(scratch(), 'run'))).toEqual(['report.html']);
  });

  it('keeps the earlier default folder as .previous, and only the last', () => {
    run('one');
    run('two');
    run('three');
    expect(report()).toBe('three');
    expect(report('run.previous')).toBe('two');
    expect(readdirSync(scratch()).sort()).toEqual(['run', 'run.previous']);
  });

  it('never removes a .previous that is no results folder', () => {
    run('one');
    mkdirSync(join(scratch(), 'run.previous'));
    writeFileSync(join(scratch(), 'run.previous', 'thesis.txt'), 'mine');
    expect(() => open()).toThrow('is no results folder');
    expect(readFileSync(join(scratch(), 'run.previous', 'thesis.txt'), 'utf8')).toBe('mine');
  });

  it('replaces a folder that the user named only with --force, and only if it holds results', () => {
    run('one', 10, { explicit: true });
    expect(() => open({ explicit: true })).toThrow('--force');
    run('two', 10, { explicit: true, force: true });
    expect(report()).toBe('two');
    expect(readdirSync(scratch())).toEqual(['run']);
    mkdirSync(join(scratch(), 'home'));
    writeFileSync(join(scratch(), 'home', 'thesis.txt'), 'mine');
    expect(() => open({ target: join(scratch(), 'home'), explicit: true, force: true })).toThrow(
      'even with --force',
    );
    expect(readdirSync(scratch()).sort()).toEqual(['home', 'run']);
  });

  it('takes an empty folder that the user named, and refuses a file', () => {
    mkdirSync(join(scratch(), 'run'));
    run('one', 10, { explicit: true });
    expect(report()).toBe('one');
    writeFileSync(join(scratch(), 'file'), '');
    expect(() => open({ target: join(scratch(), 'file'), explicit: true })).toThrow('is a file');
  });

  it('refuses while another run writes there, and takes over from one that died', () => {
    const folder = open();
    expect(() => open()).toThrow(`process ${process.pid}`);
    const lock = join(folder.work, '.lock');
    // No process has this number: it is above the largest that Linux gives.
    writeFileSync(lock, JSON.stringify({ pid: 4_194_305, host: hostname() }));
    open().discard();
    mkdirSync(folder.work);
    writeFileSync(lock, JSON.stringify({ pid: 4_194_305, host: 'elsewhere' }));
    expect(() => open()).toThrow('elsewhere');
  });

  it('leaves nothing behind when discarded', () => {
    open().discard();
    expect(readdirSync(scratch())).toEqual([]);
  });

  it('resumes a stopped run, and the finished one takes the place of the partial one', () => {
    run('earlier');
    run('partial', 3);
    const folder = open({ resume: true });
    expect(folder.resumed!.fold.replicates).toBe(3);
    expect(readFileSync(join(folder.work, 'measures.csv'), 'utf8')).toBe('partial\n');
    expect(report()).toBe('partial');
    writeFileSync(join(folder.work, 'report.html'), 'whole');
    folder.commit();
    expect(report()).toBe('whole');
    expect(report('run.previous')).toBe('earlier');
  });

  it('resumes a run that was killed, from the hidden folder', () => {
    const killed = open();
    writeFileSync(join(killed.work, 'measures.csv'), 'rows\n');
    keep(killed.work, 5);
    killed.leave();
    const folder = open({ resume: true });
    expect(folder.resumed!.fold.replicates).toBe(5);
    folder.leave();
    expect(open().abandoned).toBe(5);
  });

  it('starts from nothing where there is nothing to resume', () => {
    expect(open({ resume: true }).resumed).toBeUndefined();
  });

  it('says that a complete run is complete', () => {
    run('one');
    expect(ResultsFolder.open(request({ resume: true }))).toBe('complete');
    expect(readdirSync(scratch())).toEqual(['run']);
  });

  it.each([
    ['another version', { version: '2.0.0' }, 'made by version 1.0.0'],
    ['another seed', { seed: 'other' }, 'its seed is "test"'],
    ['another scenario', { hashes: { asBuilt: 'changed' } }, 'its design "asBuilt" has other parameters'],
    ['one more design', { hashes: { asBuilt: 'a', b: 'b' } }, 'it has no design "b"'],
    ['another reference world', { references: ['noService'] }, 'reference worlds'],
    ['client-level tables', { clientTable: true }, 'no client-level tables'],
  ])('refuses to resume with %s, and changes nothing', (_, change, message) => {
    run('partial', 3);
    expect(() => open({ resume: true, identity: { ...identity, ...change } })).toThrow(message);
    expect(readdirSync(scratch())).toEqual(['run']);
    expect(open({ resume: true }).resumed!.fold.replicates).toBe(3);
  });

  it('refuses to resume to fewer replicates than are done, or a complete run to more', () => {
    run('partial', 3);
    expect(() => open({ resume: true, replicates: 2 })).toThrow('has 3 replicates already');
    run('whole');
    expect(() => open({ resume: true, replicates: 20 })).toThrow('it is complete with 10 replicates');
  });

  it('takes up nothing but what the state names: half-written files and tables of an earlier end go', () => {
    const killed = open();
    writeFileSync(join(killed.work, 'measures.csv'), 'rows\n');
    keep(killed.work, 5);
    for (const name of ['report.html.1a2b.tmp', 'summary.json', 'manifest.json'])
      writeFileSync(join(killed.work, name), '{"partial":true}');
    mkdirSync(join(killed.work, 'front'));
    killed.leave();
    const folder = open({ resume: true });
    expect(readdirSync(folder.work).sort()).toEqual(['.lock', '.state.json', 'measures.csv']);
  });

  it('goes on with the further one of a killed and a stopped run', () => {
    run('partial', 7);
    const killed = open();
    writeFileSync(join(killed.work, 'measures.csv'), 'rows\n');
    keep(killed.work, 2);
    killed.leave();
    expect(open({ resume: true }).resumed!.fold.replicates).toBe(7);
  });

  it('refuses to resume what lacks a file, and says which', () => {
    run('partial', 3);
    rmSync(join(scratch(), 'run', 'measures.csv'));
    expect(() => open({ resume: true })).toThrow('measures.csv is missing. Leave out --resume');
    expect(readdirSync(scratch())).toEqual(['run']);
  });

  /** What is killed between the manifest and the final name. */
  function nameless(words: string, change: Partial<FolderRequest> = {}): void {
    const folder = open(change);
    writeFileSync(join(folder.work, 'report.html'), words);
    keep(folder.work, 10);
    const manifest = { format: 1, scenario: 'x', partial: false, replicates: 10, identity };
    writeFileSync(join(folder.work, 'manifest.json'), JSON.stringify(manifest));
    folder.leave();
  }

  it('gives a finished run its name that was killed before it had it', () => {
    nameless('one');
    expect(ResultsFolder.open(request({ resume: true }))).toBe('complete');
    expect(report()).toBe('one');
    expect(readdirSync(scratch())).toEqual(['run']);
    expect(readdirSync(join(scratch(), 'run')).sort()).toEqual(['manifest.json', 'report.html']);
  });

  it('loses no finished run that had no name yet to another one, unless that is forced', () => {
    nameless('one');
    open().discard();
    expect(report()).toBe('one');
    nameless('two', { target: join(scratch(), 'named'), explicit: true });
    expect(() => open({ target: join(scratch(), 'named'), explicit: true })).toThrow('--force');
    expect(report('named')).toBe('two');
    nameless('three', { target: join(scratch(), 'named'), explicit: true, force: true });
    open({ target: join(scratch(), 'named'), explicit: true, force: true }).discard();
    expect(report('named')).toBe('two');
  });

  it('gives an earlier folder its name again whose successor was killed between two names', () => {
    run('one', 10, { explicit: true });
    renameSync(join(scratch(), 'run'), join(scratch(), '.run.replaced'));
    open({ explicit: true, force: true }).discard();
    expect(report()).toBe('one');
    expect(readdirSync(scratch())).toEqual(['run']);
  });

  it('clears away what a kill left about a finished folder', () => {
    run('one');
    mkdirSync(join(scratch(), '.run.replaced'));
    mkdirSync(join(scratch(), '.run.discarded'));
    writeFileSync(join(scratch(), 'run', '.lock'), '{}');
    expect(ResultsFolder.open(request({ resume: true }))).toBe('complete');
    expect(readdirSync(scratch())).toEqual(['run']);
    expect(readdirSync(join(scratch(), 'run'))).not.toContain('.lock');
  });

  it('does not replace by --resume what came in its place meanwhile and is no results folder', () => {
    const killed = open({ explicit: true });
    writeFileSync(join(killed.work, 'measures.csv'), 'rows\n');
    keep(killed.work, 5);
    killed.leave();
    const resumed = open({ explicit: true, resume: true });
    mkdirSync(join(scratch(), 'run'));
    writeFileSync(join(scratch(), 'run', 'thesis.txt'), 'mine');
    expect(() => resumed.commit()).toThrow('so it is not replaced. Name another folder');
    expect(readFileSync(join(scratch(), 'run', 'thesis.txt'), 'utf8')).toBe('mine');
    resumed.leave();
    expect(() => open({ explicit: true, resume: true })).toThrow(
      'so it is not replaced. Name another folder',
    );
  });

  it('touches nothing of another run that has the working folder by now', () => {
    const lost = open();
    rmSync(lost.work, { recursive: true });
    const other = open();
    writeFileSync(join(other.work, 'report.html'), 'other');
    expect(() => lost.checkThere()).toThrow('was removed or replaced');
    expect(() => lost.commit()).toThrow('was removed or replaced');
    expect(lost.leaveAfter(new Error('ENOENT'), true)).toMatchObject({ name: 'FolderGoneError' });
    lost.discard();
    other.commit();
    expect(report()).toBe('other');
  });

  it('follows a relative path and names the hidden folder after the target', () => {
    const folder = open({ target: join(scratch(), '.', 'a', '..', 'b') });
    expect(basename(folder.work)).toBe('.b.partial');
    folder.discard();
  });
});
