/** A checker for the mutation tool: what lies inside a drawn piece of code and was not drawn itself is not run. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { keyOf } from './mutants.mjs';

const asked = new Set(JSON.parse(readFileSync(process.env.MUTANTS_DRAWN, 'utf8')));

class OnlyDrawn {
  async init() {}

  async check(mutants) {
    return Object.fromEntries(
      mutants.map(({ id, fileName, location, replacement }) => {
        const key = keyOf({ file: relative(process.cwd(), fileName), ...location, replacement });
        return [id, asked.has(key) ? { status: 'passed' } : { status: 'compileError', reason: 'not drawn' }];
      }),
    );
  }

  /** All at once: there is nothing to compile. */
  async group(mutants) {
    return [mutants.map(({ id }) => id)];
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'onlyDrawn', OnlyDrawn)];
