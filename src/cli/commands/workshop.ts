import { writeWhole } from '../../results/files.ts';
import { openScenario } from '../../simulation/open.ts';
import type { CommandInput } from '../command.ts';
import { exitCode } from '../exitCodes.ts';
import { checkFree } from '../freeFile.ts';
import { listenForInterrupts } from '../interrupts.ts';
import { print, printJson, say } from '../output.ts';
import { findScenario } from '../scenarioFile.ts';
import { UsageError } from '../usageError.ts';
import { openBrowser } from '../workshop/browser.ts';
import { type WorkshopPage, workshopPage } from '../workshop/pageText.ts';
import { serveWorkshop, type WorkshopServer } from '../workshop/server.ts';

/** The port unless another is asked for: always the same, so that links which people keep lead somewhere. */
const USUAL_PORT = 7357;

const FIRST_SCENARIO = 'activation-pilot';

/** Serves the workshop page on this machine until Ctrl-C, or writes it to one file. */
export async function execute(input: CommandInput): Promise<number> {
  const { bundle } = findScenario(input.argument ?? FIRST_SCENARIO, input);
  openScenario(bundle);
  if (input.export !== undefined) checkFree(input.export, input.force, 'page.html');
  const page = await workshopPage(bundle);
  return input.export === undefined ? serve(page, input) : exportTo(input.export, page, input);
}

async function exportTo(
  file: string,
  { text }: WorkshopPage,
  { json, quiet }: CommandInput,
): Promise<number> {
  writeWhole(file, text);
  if (json) await printJson({ file, bytes: Buffer.byteLength(text) });
  else await print(file);
  say(quiet, 'One file that needs no network: open it in a browser, or put it on a course site.');
  return exitCode.done;
}

async function serve(page: WorkshopPage, { port, json, quiet, noOpen }: CommandInput): Promise<number> {
  const server = await started(page, port);
  const ended = new Promise<void>((resolve) => {
    listenForInterrupts(() => resolve());
  });
  if (json) await printJson({ address: server.address });
  else await print(server.address);
  say(quiet, 'The workshop page is served on this machine alone. Ctrl-C ends it.');
  if (!noOpen && process.stdout.isTTY) openBrowser(server.address);
  await ended;
  await server.close();
  return exitCode.done;
}

const portTaken = (port: number | undefined): string =>
  port === undefined
    ? `port ${USUAL_PORT} and the next ones are taken. Name a free one with --port`
    : `port ${port} is taken. Name another with --port, or none: then the next free one is found`;

async function started(page: WorkshopPage, port: number | undefined): Promise<WorkshopServer> {
  if (port !== undefined && port > 65_535) throw new UsageError('--port takes a number from 1 to 65535.');
  try {
    return await serveWorkshop(page, { port: port ?? USUAL_PORT, orNext: port === undefined });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new UsageError(portTaken(port));
    if (code === 'EACCES') throw new UsageError(`port ${port} is not ours to use. Name one from 1024 on`);
    throw error;
  }
}
