import { expect, it } from 'vitest';
import { sliceTitles } from '../../src/simulation/index.ts';
import { openSmall } from '../support/smallScenario.ts';

const titlesOf = (...patches: Parameters<typeof openSmall>) =>
  sliceTitles(openSmall(...patches).designs.map(({ scenario }) => scenario));

it('a scenario without titles has none', () => expect(titlesOf()).toEqual({}));

it('titles of all designs are gathered by what measures are sliced by, the first design’s first', () => {
  const designs = {
    base: {
      set: {
        caseworkers: {
          duties: { forms: { kind: 'recording', role: 'broker', title: 'The national record' } },
        },
      },
    },
    other: {
      set: {
        offices: { north: { title: 'Another name' } },
        clients: { groups: { far: { title: 'Far away' } } },
      },
    },
  };
  const titles = titlesOf(
    {
      areas: { hill: { title: 'The hill' } },
      offices: { north: { title: 'Northern office' }, south: { title: 'Southern office', area: 'hill' } },
    },
    { designs },
  );
  expect(titles).toEqual({
    area: { north: 'Northern office', hill: 'The hill' },
    duty: { forms: 'The national record' },
    group: { far: 'Far away' },
    office: { north: 'Northern office', south: 'Southern office' },
  });
});
