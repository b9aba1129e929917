import { signal } from '@preact/signals';
import type { Draft } from '../../engine/protocol.ts';
import { isDraft } from './isDraft.ts';

/** Under which name a draft stands behind the # of the address. */
const KEY = 'draft';

/** Under which name a short link says with which bundled scenario to begin; a draft says more, and takes its place. */
export const SCENARIO = 'scenario';

/** The address as it stands, with all that the page puts into it. */
export const address = signal(globalThis.location?.href ?? '');

/** The draft that the address carries: undefined where it carries none, null where that cannot be read. */
export async function readLink(): Promise<Draft | undefined | null> {
  const packed = hashParameters().get(KEY);
  if (!packed) return undefined;
  try {
    const bytes = Uint8Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
      c.charCodeAt(0),
    );
    const draft = JSON.parse(await through(bytes, new DecompressionStream('deflate-raw')).text());
    return isDraft(draft) ? draft : null;
  } catch {
    return null;
  }
}

/** What is wrong with a link that leads to no settings: `named` is a scenario that it names and the page does not have. */
export function linkProblem(linked: Draft | undefined | null, named: string | undefined): string | undefined {
  if (linked === null) return 'It is damaged or cut short, or not of this program.';
  return named === undefined ? undefined : `It names a scenario “${named}”, which this page does not have.`;
}

/** Milliseconds without another change, after which the address follows: browsers refuse to change it too often. */
const REST = 300;

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Puts a draft into the page's address, so that copying it shares what is seen. Nothing is sent anywhere. */
export function writeLink(draft: Draft): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => void putLink(draft), REST);
}

let last: Draft | undefined;

/** The same at once, for whoever copies the address. */
export async function putLink(draft: Draft): Promise<void> {
  clearTimeout(waiting);
  last = draft;
  const text = await packed(draft);
  if (last !== draft) return;
  changeHash((parameters) => {
    parameters.delete(SCENARIO);
    parameters.set(KEY, text);
  });
}

/** Whether the address carries a mark, such as to ask for forecasts first. */
export const readMark = (name: string): boolean => hashParameters().get(name) === '1';

export function writeMark(name: string, isOn: boolean): void {
  changeHash((parameters) => (isOn ? parameters.set(name, '1') : parameters.delete(name)));
}

/** A word that the address carries under a name. */
export const readWord = (name: string): string | undefined => hashParameters().get(name) ?? undefined;

export const writeWord = (name: string, word: string): void =>
  changeHash((parameters) => parameters.set(name, word));

const hashParameters = (): URLSearchParams => new URLSearchParams(location.hash.replace(/^#/, ''));

function changeHash(change: (parameters: URLSearchParams) => void): void {
  const parameters = hashParameters();
  change(parameters);
  history.replaceState(null, '', `#${parameters}`);
  address.value = location.href;
}

async function packed(draft: Draft): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(draft));
  const bytes = new Uint8Array(await through(text, new CompressionStream('deflate-raw')).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function through(bytes: Uint8Array<ArrayBuffer>, stream: GenericTransformStream): Response {
  return new Response(
    new Blob([bytes])
      .stream()
      .pipeThrough(stream as ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>),
  );
}
