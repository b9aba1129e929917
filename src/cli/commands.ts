import type { Command } from './command.ts';
import { pages } from './commandTable/pages.ts';
import { runs } from './commandTable/runs.ts';
import { studies } from './commandTable/studies.ts';

/** All commands in the order in which help lists them. */
export const commands: readonly Command[] = [...runs, ...studies, ...pages];
