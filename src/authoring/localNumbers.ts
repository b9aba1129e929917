/** The eight numbers by their names, in the order in which they are asked. */
export const localNames = [
  'staff',
  'hours',
  'referrals',
  'caseload',
  'groups',
  'fees',
  'target',
  'cost',
] as const;

export type LocalName = (typeof localNames)[number];

/** All eight numbers, in the units of their questions. */
export type LocalNumbers = Readonly<Record<LocalName, number>>;

/** The smallest and the largest number that is taken. */
export interface Allowed {
  from: number;
  to: number;
}

/** One question of the form. */
export interface LocalQuestion {
  name: LocalName;
  title: string;
  ask: string;
  unit: string;
  /** What the number becomes in the scenario. */
  means: string;
  whole?: true;
  allowed: Allowed;
  /** Narrows what is allowed, so that the number fits those before it. */
  fitting?: { to(before: LocalNumbers): Allowed; because: string };
  /** Taken where nobody knows the number; it may follow from those before it. */
  assumed(before: LocalNumbers): number;
  /** Why that is a fair guess, after "assumed: ". */
  why: string;
}

/** Weeks for which a place may last: below, nobody is seen often enough to be helped; above, no programme runs. */
const stayAllowed: Allowed = { from: 4, to: 156 };

/** Weeks a client holds a place where every post has its full caseload: places over arrivals, which is Little's law. */
export const stayOf = ({ staff, caseload, referrals }: LocalNumbers): number =>
  (staff * caseload) / referrals;

const caseloadAllowed: Allowed = { from: 5, to: 300 };

/** The form. Ranges are wide enough for services that exist, and keep out slips such as a year's figure in place of a week's. */
export const localQuestions: readonly LocalQuestion[] = [
  {
    name: 'staff',
    title: 'Staff',
    ask: 'How many caseworkers (full-time posts) hold clients?',
    unit: 'posts',
    means: 'posts of the one role, half of them caregivers and half entrepreneurs',
    whole: true,
    allowed: { from: 1, to: 500 },
    assumed: () => 12,
    why: 'a team of a town',
  },
  {
    name: 'hours',
    title: 'Hours',
    ask: 'How many hours a week is one of them paid for?',
    unit: 'hours a week',
    means: 'paid hours of a post, 40% of which go to everything but contact',
    allowed: { from: 5, to: 60 },
    assumed: () => 37,
    why: 'the usual full-time week in British public services',
  },
  {
    name: 'referrals',
    title: 'Referrals',
    ask: 'How many people are referred in a usual week?',
    unit: 'people a week',
    means: 'the mean of a Poisson distribution: weeks differ, the same in every design',
    allowed: { from: 0.1, to: 2000 },
    fitting: {
      to: ({ staff }) => ({
        from: (staff * caseloadAllowed.from) / stayAllowed.to,
        to: (staff * caseloadAllowed.to) / stayAllowed.from,
      }),
      because: 'with these staff',
    },
    assumed: ({ staff }) => twoDigits((staff * 50) / 52),
    why: 'with these staff, caseloads of 50 and a place for a year',
  },
  {
    name: 'caseload',
    title: 'Caseload',
    ask: 'How many clients does one caseworker hold when the service is full?',
    unit: 'clients',
    means:
      'the caseload at which all hours are used; with staff and referrals it gives how long a place lasts',
    whole: true,
    allowed: caseloadAllowed,
    fitting: {
      to: ({ staff, referrals }) => ({
        from: (stayAllowed.from * referrals) / staff,
        to: (stayAllowed.to * referrals) / staff,
      }),
      because: `with these staff and referrals, since a place has to last ${stayAllowed.from} to ${stayAllowed.to} weeks`,
    },
    assumed: () => 50,
    why: 'smaller than the 120 to 180 of the Work Programme',
  },
  {
    name: 'groups',
    title: 'Groups',
    ask: 'Of 100 people referred, how many are in the group that is harder to help (such as long ill)?',
    unit: 'of 100',
    means: 'the share of the group “further from work”; all others are “nearer to work”',
    allowed: { from: 1, to: 99 },
    assumed: () => 40,
    why: 'two in five, as in the first scenario of this program',
  },
  {
    name: 'fees',
    title: 'Fees',
    ask: 'What is paid for each person who gets a job, in pounds? 0 for no fee.',
    unit: 'pounds',
    means: 'a fee for the first job of a client, in the designs that pay by results',
    allowed: { from: 0, to: 50_000 },
    assumed: () => 3000,
    why: 'the whole fee of a client in the bundled activation pilot',
  },
  {
    name: 'target',
    title: 'Target',
    ask: 'Of 100 people referred, how many are to get a job? 0 for no target.',
    unit: 'of 100',
    means:
      'a target a quarter, with a small bonus, in the designs that pay by results; what is missed presses the office',
    allowed: { from: 0, to: 100 },
    fitting: {
      to: ({ fees }) => ({ from: fees > 0 ? 0 : 1, to: 100 }),
      because: 'without a fee, or there would be nothing to compare',
    },
    assumed: () => 30,
    why: 'somewhat above the 25 of 100 attached of the bundled activation pilot',
  },
  {
    name: 'cost',
    title: 'Cost',
    ask: 'What does one caseworker cost a year, with on-costs and premises, in pounds?',
    unit: 'pounds a year',
    means: 'the weekly cost of a post; the plain grant pays it for all posts',
    allowed: { from: 5000, to: 250_000 },
    assumed: () => 39_000,
    why: '750 a week: pay a fifth below a social worker, with on-costs and premises',
  },
];

/** Rounded to two digits: as exact as a guess is. */
function twoDigits(number: number): number {
  return Number(number.toPrecision(2));
}
