import { choice, namedMap, parameter, section, share, text } from '../../scenario/kit/index.ts';

const condition = {
  measure: text({ doc: 'Key of the measure, such as `outcome.rate[fifth=5]`.' }),
  plus: text({
    doc: 'Key of another measure of the same design that is added first; none if empty.',
    default: '',
  }),
  minus: text({
    doc: 'Key of another measure of the same design that is taken off first; none if empty.',
    default: '',
  }),
  times: parameter({
    doc: 'How many times `minus` is taken off: 0.5 for half of it.',
    default: 1,
    source: 'assumed: once; read only with `minus`',
  }),
  design: text({ doc: 'Design of which it is claimed; the base design if empty.', default: '' }),
  against: text({
    doc: 'Design whose value is taken off, replicate by replicate; none if empty.',
    default: '',
  }),
  is: choice(['above', 'below', 'between'], { doc: 'Where the number is claimed to lie.' }),
  value: parameter({
    doc: 'The number above or below which it lies, or the lower end.',
    default: 0,
    source: 'assumed: the direction alone is claimed',
  }),
  to: parameter({
    doc: 'The upper end, where it lies between two numbers.',
    default: 0,
    source: 'assumed: read only with `between`, where it is to be stated',
  }),
  countedIn: choice(['itsUnit', 'luck'], {
    doc: 'Whether `value` and `to` are in the unit of the measure, or in standard deviations of the measure between runs: of the design in `against`, else of the design itself.',
    default: 'itsUnit',
    source: 'assumed: the unit of the measure',
  }),
};

/**
 * A claim as a scenario states it: a condition, and others that have to hold with it. Only what a run can tell is
 * claimed; a claim that fails is a finding and no error.
 */
export const claimSchema = section(
  {
    title: text({ doc: 'The claim in words.', default: '' }),
    ...condition,
    and: namedMap(section(condition, { doc: 'A further condition.' }), {
      doc: 'Conditions that hold as well, by name.',
      default: {},
    }),
    inShare: share({
      doc: 'Share of replicates in which all conditions hold together; 0 claims it of the mean over replicates, with its 95% interval.',
      default: 0,
      source: 'assumed: claimed of the mean',
    }),
    source: text({ doc: 'Where the claim comes from.', default: '' }),
    note: text({ doc: 'How it is read here.', default: '' }),
  },
  { doc: 'A claim that every run checks.' },
);
