import { flocc } from './peerFlocc.ts';
import { clientsAsEvents, clientsAsObjects } from './peerJsSimulator.ts';
import type { Version } from './versions.ts';

/** A library as it is installed, or undefined where it is not. Its name is no literal, so that building needs no peer. */
async function load(name: string): Promise<unknown> {
  try {
    const loaded = await import(name);
    return loaded.default ?? loaded;
  } catch {
    console.log(`${name} is not installed: npm ci brings it.`);
    return undefined;
  }
}

/**
 * The caseload workload on agent libraries from npm, each used as its documentation shows. Luck is that of `Math.random`,
 * so that job starts agree in the mean and not to the last one.
 */
export async function peerVersions(): Promise<Version[]> {
  const [floccLibrary, simulator] = [await load('flocc'), await load('js-simulator')];
  return [
    ...(floccLibrary === undefined ? [] : [flocc(floccLibrary)]),
    ...(simulator === undefined ? [] : [clientsAsEvents(simulator), clientsAsObjects(simulator)]),
  ];
}
