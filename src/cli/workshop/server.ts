import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WorkshopPage } from './pageText.ts';

/** Nobody else on the network can reach it. */
const HOST = '127.0.0.1';

/** How many ports after the first are tried. */
const MOST_TRIES = 20;

/** A server that runs. */
export interface WorkshopServer {
  address: string;
  /** Resolves when it is closed and no connection is left. */
  close(): Promise<void>;
}

/**
 * Serves the page on this machine alone. With `orNext` the next free port is taken where the port is in use; otherwise that is
 * an error with the code EADDRINUSE, as Node tells it.
 */
export async function serveWorkshop(
  page: WorkshopPage,
  { port, orNext }: { port: number; orNext: boolean },
): Promise<WorkshopServer> {
  const body = Buffer.from(page.text);
  const headers = headersOf(page.policy);
  const server = createServer((request, response) => answer(request, response, { body, headers }));
  for (let tried = 0; ; tried++) {
    try {
      await listen(server, port + tried);
      break;
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken || !orNext || tried + 1 >= MOST_TRIES || port + tried >= 65_535) throw error;
    }
  }
  return {
    address: `http://${HOST}:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

interface Served {
  body: Buffer;
  headers: Readonly<Record<string, string>>;
}

/** One page by two methods, and nothing else. */
function answer(request: IncomingMessage, response: ServerResponse, { body, headers }: Served): void {
  const refusal = refusalOf(request);
  const sent = refusal ? Buffer.from(`${refusal.why}\n`) : body;
  response.writeHead(refusal?.status ?? 200, {
    ...headers,
    ...(refusal?.status === 405 && { Allow: 'GET, HEAD' }),
    'Content-Type': `text/${refusal ? 'plain' : 'html'}; charset=utf-8`,
    'Content-Length': String(sent.length),
  });
  response.end(request.method === 'HEAD' ? undefined : sent);
}

function refusalOf(request: IncomingMessage): { status: number; why: string } | undefined {
  // A name of somebody else's that leads here could read the page by it: only our own names are answered.
  if (!isOwnHost(request.headers.host, request.socket.localPort))
    return { status: 403, why: 'This page answers to 127.0.0.1 and localhost alone.' };
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return { status: 405, why: 'There is only a page to read.' };
  return request.url === '/' ? undefined : { status: 404, why: 'There is one page here, at /.' };
}

/** Whether a request names this machine. Of port 80 browsers say nothing: it is what http means. */
export function isOwnHost(host: string | undefined, port: number | undefined): boolean {
  const named = [HOST, 'localhost'].flatMap((name) => [`${name}:${port}`, ...(port === 80 ? [name] : [])]);
  return host !== undefined && named.includes(host.toLowerCase());
}

const headersOf = (policy: string): Record<string, string> => ({
  // A page cannot forbid by its own policy that others frame it; a header can.
  'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
});
