import * as z from 'zod';
import { entry } from '../../scenario/kit/index.ts';
import { askedDuty } from './askedDuty.ts';
import type { DutyKind } from './duty.ts';
import { askedFields, dutyFields } from './fields.ts';
import { askedWords } from './inWords.ts';

export const otherWorkSchema = entry(
  {
    kind: z.literal('otherWork'),
    ...dutyFields({
      item: 1,
      itemSource: 'assumed: an hour',
      due: 0,
      dueSource: 'assumed: no date',
      pull: { need: 0, gain: 0, deserving: 0, ease: 0.5, voice: 1 },
      pullSource: 'assumed: somebody asks for it, and it is neither easier nor harder than a contact',
    }),
    ...askedFields(undefined),
  },
  { doc: 'Other work: hours without an effect in the model for which somebody outside asks.' },
);

/** Hours that go elsewhere: court, young people, travel, leave, a favour to the police. */
export const otherWork: DutyKind<typeof otherWorkSchema> = {
  kind: 'otherWork',
  title: 'Other work',
  claims: 'So many items a week from each caseworker of the role as somebody outside asks for.',
  does: 'Nothing for the clients of the model: court, travel, leave, leaders’ duties, work that others pay for.',
  tempts:
    'With `first` it cannot be refused; beside clients, to put off what nobody calls for; on slack, to spend quiet hours on what the scheme leaves out.',
  example: 'court:\n  kind: otherWork\n  role: keyWorker\n  ask: poisson(3)\n  first: true\n',
  schema: otherWorkSchema,
  says: (terms, tell) => `${askedWords(terms, tell)} It does nothing for the clients.`,
  check: () => [],
  create: (terms, setup, previous) => askedDuty(terms, setup, previous),
};
