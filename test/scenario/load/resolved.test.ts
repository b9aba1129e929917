import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { resolvedYaml, sha256 } from '../../../src/scenario/index.ts';
import { load } from '../vocabulary.ts';

const text = `format: 1
title: "a: title"
clients: { number: 50 }
incentives:
  start: { kind: fee, price: { value: "2 * score", source: a contract } }
timeline:
  cut: { at: 10, title: Cut, set: { incentives: { start: { price: 80 } } } }
  end: { at: 30, set: { incentives: { start: null } } }
designs:
  asBuilt: { title: As built }
  bonus: { set: { incentives: { start: { kind: bonus, price: null, amount: 5 } }, timeline: { cut: null } } }
  late: { from: 20, set: { caseworkers: { weeklyHours: { value: 35, source: a plan } } } }
  gone: { set: { incentives: { start: null }, clients: { need: "uniform(0, 0.5)" }, timeline: { cut: null } } }
`;

const hashes = (source: string, set?: string[]) =>
  Object.fromEntries(load(source, { set }).designs.map(({ id, hash }) => [id, hash]));

describe('hashes', () => {
  test('are those of SHA-256', () => {
    for (const sample of [
      '',
      'abc',
      'ü€😀',
      'x'.repeat(55),
      'x'.repeat(56),
      'x'.repeat(64),
      'x'.repeat(1000),
    ])
      expect(sha256(sample)).toBe(createHash('sha256').update(sample).digest('hex'));
  });

  test('do not depend on blanks, comments, the order of fixed keys, sources or spelt-out defaults', () => {
    const same = text
      .replace(
        'clients: { number: 50 }',
        'clients: # people\n  need: { b: 5, a: 2, dist: beta }\n  number: { value: 50.0, source: me }',
      )
      .replace('title: "a: title"\n', '')
      .concat('title: "a: title"\n');
    expect(hashes(same)).toEqual(hashes(text));
  });

  test('differ for every other value, and between designs', () => {
    const plain = hashes(text);
    expect(new Set(Object.values(plain)).size).toBe(4);
    for (const set of [
      'clients.number=51',
      'timeline.cut.at=11',
      'incentives.start.price=3',
      'rule=priority',
    ])
      expect(hashes(text, [set]).asBuilt).not.toBe(plain.asBuilt);
  });

  test('of a section change with that section only, at any date', () => {
    const [asBuilt, bonus, late] = load(text).designs;
    expect(asBuilt.sectionHash('clients')).toBe(bonus.sectionHash('clients'));
    expect(asBuilt.sectionHash('clients')).toBe(late.sectionHash('clients'));
    expect(asBuilt.sectionHash('caseworkers')).not.toBe(late.sectionHash('caseworkers'));
    expect(asBuilt.sectionHash('incentives')).not.toBe(bonus.sectionHash('incentives'));
    expect(asBuilt.sectionHash('timeline')).not.toBe(bonus.sectionHash('timeline'));
    expect(asBuilt.sectionHash('timeline')).toBe(late.sectionHash('timeline'));
  });
});

describe('the resolved file', () => {
  test('gives the same hashes when it is loaded again, also after --set', () => {
    expect(hashes(resolvedYaml(load(text)))).toEqual(hashes(text));
    const set = ['clients.need.a=3', 'rule=priority', 'timeline.cut.set.incentives.start.price=70'];
    expect(hashes(resolvedYaml(load(text, { set })))).toEqual(hashes(text, set));
  });

  test('is the same text again after a second round', () => {
    const once = resolvedYaml(load(text));
    expect(resolvedYaml(load(once))).toBe(once);
  });

  test('of one design holds that design', () => {
    for (const { id, hash } of load(text).designs) {
      const alone = load(resolvedYaml(load(text), id));
      expect(alone.designs.find((design) => design.id === id)?.hash).toBe(hash);
      expect(alone.designs.map((design) => design.id)).toEqual(id === 'late' ? ['asBuilt', 'late'] : [id]);
    }
    expect(() => resolvedYaml(load(text), 'nobody')).toThrow('No design is called "nobody"');
  });

  test('names sources and keeps lists of assumptions as they were', () => {
    const yaml = resolvedYaml(load(text));
    expect(yaml).toContain('weeklyHours: { value: 37, source: "default: a contract" }');
    expect(yaml).toContain('number: 50');
    expect(yaml).toContain('price: { value: 2 * score, source: a contract }');
    const list = (source: string) =>
      load(source).designs.map(({ parameters }) =>
        Object.fromEntries(
          parameters.map(({ path, value, source: from, origin }) => [path, [value, from, origin]]),
        ),
      );
    expect(list(yaml)).toEqual(list(text));
  });
});
