import { type Html, html } from '../html.ts';

/**
 * A command on a card as it is typed in the folder of the program: a room has it from its repository, where `npm ci` puts no
 * `streetlevel` on the path. `words` begin with the name of the command.
 */
export const typed = (words: string): Html => html`<code>npx streetlevel ${words}</code>`;
