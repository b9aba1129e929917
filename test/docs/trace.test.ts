import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshPages, tracePage } from '../../docs/generator/index.ts';
import { Tracer } from '../../src/simulation/index.ts';
import { eventful, scarce } from '../support/eventful.ts';
import { openSmall } from '../support/smallScenario.ts';
import { repository } from './repository.ts';

/** Fields whose keys are names of the scenario or of motives. */
const byName = new Set(
  'titles barriers twinBarriers helped drifted motives servedMotives weights habit'.split(' '),
);

/** All keys of the records in a value. */
function keysOf(value: unknown, into = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const each of value) keysOf(each, into);
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value)) {
      into.add(key);
      if (Array.isArray(each) || !byName.has(key)) keysOf(each, into);
    }
  return into;
}

describe('the page on tracing', () => {
  const page = readFileSync(join(repository, 'docs/trace.md'), 'utf8');

  it('shows what its command prints', () => {
    expect(page).toBe(freshPages(repository, tracePage)['docs/trace.md']);
  });

  it('tells of every field of the ledger', () => {
    const tracer = new Tracer(openSmall(eventful, scarce), 'small', 'base', 0);
    const keys = new Set<string>();
    for (let at = 0; at < 12; at++) keysOf(tracer.client(at), keys);
    const { row, ...picked } = tracer.pick('helped')!;
    keysOf(tracer.client(row, picked), keys);
    keysOf(tracer.caseworker(0), keys);
    const ledger = page.slice(page.indexOf('## The ledger'));
    const missing = [...keys].filter((key) => !ledger.includes(`\`${key}\``));
    expect(missing).toEqual([]);
    expect(keys.size).toBeGreaterThan(80);
  });
});
