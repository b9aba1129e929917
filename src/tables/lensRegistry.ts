/** What a view looks at: one measure, and which way is better from there. */
export interface LensLook {
  /** Key of a measure, such as `additional.rate[fifth=5]`; `{main}` stands for the scenario’s main event. */
  measure: string;
  /** Looked at where no design has the measure. */
  instead?: string;
  /** `nearerZero`: the smaller in size, whichever the sign. */
  better: 'higher' | 'lower' | 'nearerZero';
  /** The spread between runs in place of the mean: what luck may bring in one run, and so a risk. */
  of?: 'spread';
}

/** One stakeholder’s view of the designs. */
export interface Lens {
  id: string;
  /** Whose view it is, as the subject of a sentence: "the provider". */
  whose: string;
  /** What they ask of a design. */
  asks: string;
  /** What they know when they argue, and what they do not: for the role card. Whole sentences. */
  knows: readonly string[];
  /** What they want, as the end of "You want": for the role card. */
  wants: string;
  looksAt: readonly LensLook[];
}

/**
 * The views from which designs are looked at, in the order in which they are shown. Which measures a view looks at, and which
 * way is better, is assumed: a plain reading of what each is answerable for. A view is never added up into one number.
 */
export const lenses: readonly Lens[] = [
  {
    id: 'commissioner',
    whose: 'the commissioner',
    asks: 'Do more of those whom the programme takes on reach the outcome, and can I believe the figures that I am sent?',
    knows: [
      'You wrote the terms and read the figures that providers send, some weeks late.',
      'You do not see who is seen and who waits: only what is on record.',
    ],
    wants: 'more of those taken on to reach the outcome for the money, and figures that you can defend',
    looksAt: [
      { measure: 'outcome.rate', better: 'higher' },
      { measure: 'areas.change', better: 'lower' },
      { measure: 'reported.gap[event={main}]', better: 'nearerZero' },
      { measure: 'goodhart.gap', better: 'lower' },
    ],
  },
  {
    id: 'provider',
    whose: 'the provider',
    asks: 'What is left of the income after the costs, and how much of that hangs on luck?',
    knows: [
      'You know your costs to the pound, and what each person brings if all goes well.',
      'You carry the risk: staff are paid whether or not anybody reaches the outcome.',
    ],
    wants: 'to stay in business, with an income that does not hang on luck',
    looksAt: [
      { measure: 'provider.surplus', better: 'higher' },
      { measure: 'provider.surplus', better: 'lower', of: 'spread' },
    ],
  },
  {
    id: 'caseworker',
    whose: 'the caseworker',
    asks: 'Can I do the work as I think it should be done, and keep at it?',
    knows: [
      'You know who sits before you, and that there are more of them than hours.',
      'You see need through a first impression, and you never learn what would have come without you.',
    ],
    wants: 'to do the work as you think it should be done, and not to burn out',
    looksAt: [
      { measure: 'staff.burnout', better: 'lower' },
      { measure: 'staff.goalStrain', better: 'lower' },
      { measure: 'staff.recordingShare', better: 'lower' },
    ],
  },
  {
    id: 'easyClient',
    whose: 'a client easy to help',
    asks: 'Does somebody have time for me, and does my life go better for it?',
    knows: [
      'You need little: you might well get there without anybody.',
      'You do not know the contract, only whether somebody has time for you.',
    ],
    wants: 'somebody to have time for you, and your life to go better for it',
    looksAt: [
      { measure: 'additional.rate[fifth=1]', better: 'higher' },
      { measure: 'parking.share[fifth=1]', better: 'lower' },
      { measure: 'hours.first26[fifth=1]', instead: 'hours.perClientWeek[fifth=1]', better: 'higher' },
    ],
  },
  {
    id: 'hardClient',
    whose: 'a client hard to help',
    asks: 'Does somebody have time for me, and does my life go better for it?',
    knows: [
      'You need much, and it takes many hours before anything shows.',
      'You do not know the contract, only how long it is since anybody called.',
    ],
    wants: 'not to be parked, and your life to go better for it',
    looksAt: [
      { measure: 'additional.rate[fifth=5]', better: 'higher' },
      { measure: 'parking.share[fifth=5]', better: 'lower' },
      { measure: 'hours.first26[fifth=5]', instead: 'hours.perClientWeek[fifth=5]', better: 'higher' },
    ],
  },
  {
    id: 'treasury',
    whose: 'the treasury',
    asks: 'What does it cost, and what would not have come without that money?',
    knows: [
      'You see what is spent, and many outcomes that would have come without it.',
      'You will not be here when what is saved in ten years is counted.',
    ],
    wants: 'to pay for what would not have come anyway, and for no more',
    looksAt: [
      { measure: 'cost.perAdditional', better: 'lower' },
      { measure: 'spend.total', better: 'lower' },
      { measure: 'return.net', better: 'higher' },
      { measure: 'areas.demand', better: 'lower' },
    ],
  },
];
