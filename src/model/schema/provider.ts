import { parameter, section, share } from '../../scenario/kit/index.ts';

/** What an office learns from contracts that were not renewed (document 003, M3). */
export const spellsSchema = section(
  {
    response: share({
      doc: 'Part by which the office shortens the stay of its clients each time it is warned: a contract was ended, its own or another’s; the board raised the pressure on it; or the evidence for it at a review lay below `bar`.',
      default: 0,
      source:
        'assumed: off unless stated. Document 003 (7.2.3): a provider lost its contract for spending too long with families; it gives no size',
      range: [0, 0.5],
    }),
    floor: share({
      doc: 'Least part of the stay of the programme that is left.',
      default: 0.4,
      source: 'assumed: somewhat less than half',
      range: [0.2, 1],
    }),
    bar: parameter({
      doc: 'Evidence at a review below which the office takes it as a warning, in standard deviations.',
      default: -1,
      source: 'assumed: the usual bar of renewal',
      range: [-2, 0],
    }),
  },
  { doc: 'Spells: how long clients stay, after warnings.' },
);

/** How an office comes to want what its funder pays for (document 003, M33). */
export const missionSchema = section(
  {
    drift: share({
      doc: 'Part by which the weights of its caseworkers move towards payoff alone, where all income comes from one funder; in proportion to the share that does.',
      unit: 'per week',
      default: 0,
      source:
        'assumed: off unless stated; document 003 (7.3) says that dependence bends the mission, not how fast',
      range: [0, 0.02],
    }),
    freeMoney: parameter({
      doc: 'Money from elsewhere, such as charity or lottery money, while clients are referred. Multiplied by `scale`.',
      unit: 'money a week',
      min: 0,
      default: 0,
      source: 'assumed: one funder',
    }),
    memory: parameter({
      doc: 'Weeks of income by which the office knows on whom it depends.',
      unit: 'weeks',
      above: 0,
      wholeSteps: true,
      default: 52,
      source: 'assumed: a year of accounts',
      range: [13, 104],
    }),
  },
  { doc: 'Mission: what the office stands for, and money that lets it.' },
);
