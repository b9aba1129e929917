import { describe, expect, it } from 'vitest';
import { History } from '../../src/web/page/state/history.ts';

describe('undo', () => {
  it('goes no further while what was gone to is made ready, so that no state is lost', async () => {
    const history = new History<string>();
    history.note('first');
    history.note('second');
    expect(history.undo('third')).toBe('second');
    let ready = () => {};
    const going = history.during(new Promise<void>((resolve) => (ready = resolve)));
    expect(history.undo('third')).toBeUndefined();
    expect(history.redo('third')).toBeUndefined();
    ready();
    await going;
    expect(history.redone.value).toEqual(['third']);
    expect(history.undo('second')).toBe('first');
    expect(history.redo('first')).toBe('second');
    expect(history.redo('second')).toBe('third');
  });
});
