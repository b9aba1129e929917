import type { Command } from './command.ts';
import { developer } from './commandTable/developer.ts';
import { pages } from './commandTable/pages.ts';
import { runs } from './commandTable/runs.ts';
import { studies } from './commandTable/studies.ts';

/** All commands in the order in which help lists them; the last are hidden. */
export const commands: readonly Command[] = [...runs, ...studies, ...pages, ...developer];
