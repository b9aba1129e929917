import type { Command } from '../command.ts';

/** Commands for those who test the program: left out of the list of commands, and with a help of their own. */
export const developer: readonly Command[] = [
  {
    name: 'draws',
    hidden: true,
    describe:
      'Write raw 32-bit words of the random draws, lowest byte first, without end, for programs that test randomness',
    options: ['along', 'word', 'seed', 'start', 'count'],
    examples: [
      ['draws | dieharder -g 200 -a', 'draws as a simulation asks for them, into another program’s tests'],
      [
        'draws --along decision --word 0 --count 66 | od -A d -t x4',
        'one word for each decision of a client',
      ],
    ],
    load: () => import('../commands/draws.ts'),
  },
];
