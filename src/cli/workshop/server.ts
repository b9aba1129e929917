import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { WorkshopPage } from './pageText.ts';

/** Nobody else on the network can reach it. */
const HOST = '127.0.0.1';

/** How many ports after the first are tried. */
const MOST_TRIES = 20;

/** A browser opens six at a time; what opens hundreds is no browser. */
const MOST_CONNECTIONS = 64;

/** A request for the page has a line, a few hundred bytes of headers and no body, and comes at once. */
const limitsOf = (patience: number): ServerOptions => ({
  maxHeaderSize: 16_384,
  headersTimeout: patience,
  requestTimeout: patience,
  keepAliveTimeout: patience,
  connectionsCheckingInterval: patience / 10,
});

/** A server that runs. */
export interface WorkshopServer {
  address: string;
  /** Resolves when it is closed and no connection is left. */
  close(): Promise<void>;
}

/**
 * Serves the page on this machine alone. With `orNext` the next free port is taken where the port is in use; otherwise that is
 * an error with the code EADDRINUSE, as Node tells it. A request that is not whole after `patience` milliseconds is refused.
 */
export async function serveWorkshop(
  page: WorkshopPage,
  { port, orNext, patience = 10_000 }: { port: number; orNext: boolean; patience?: number },
): Promise<WorkshopServer> {
  const body = Buffer.from(page.text);
  const headers = headersOf(page.policy);
  const server = createServer(limitsOf(patience), (request, response) =>
    answer(request, response, { body, headers }),
  );
  server.maxConnections = MOST_CONNECTIONS;
  // What is no HTTP, or too slow, gets the headers too, and no word of what went wrong inside.
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuseRaw(socket, error, headers));
  // Whoever wants another protocol, or an answer to a question of the page's, gets neither.
  server.on('upgrade', (_request, socket) => socket.destroy());
  server.on('connect', (_request, socket) => socket.destroy());
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

/** One page by two methods, and nothing else. A body is never read: the connection ends with the answer. */
function answer(request: IncomingMessage, response: ServerResponse, { body, headers }: Served): void {
  const refusal = refusalOf(request);
  const sent = refusal ? Buffer.from(`${refusal.why}\n`) : body;
  response.writeHead(refusal?.status ?? 200, {
    ...headers,
    ...(refusal?.status === 405 && { Allow: 'GET, HEAD' }),
    'Content-Type': `text/${refusal ? 'plain' : 'html'}; charset=utf-8`,
    'Content-Length': String(sent.length),
    ...(hasBody(request) && { Connection: 'close' }),
  });
  response.end(request.method === 'HEAD' ? undefined : sent);
}

function refusalOf(request: IncomingMessage): { status: number; why: string } | undefined {
  // A name of somebody else's that leads here could read the page by it: only our own names are answered.
  if (!isOwnHost(request.headers.host, request.socket.localPort))
    return { status: 403, why: 'This page answers to 127.0.0.1 and localhost alone.' };
  // A script of another page has no business here, and browsers name the page that it belongs to.
  if (!isOwnOrigin(request.headers.origin, request.socket.localPort))
    return { status: 403, why: 'This page answers to no other page.' };
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return { status: 405, why: 'There is only a page to read.' };
  return request.url === '/' ? undefined : { status: 404, why: 'There is one page here, at /.' };
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** Whether a request comes from the page itself, or from no page: a plain visit names no origin. */
export function isOwnOrigin(origin: string | undefined, port: number | undefined): boolean {
  if (origin === undefined) return true;
  const scheme = 'http://';
  return origin.startsWith(scheme) && isOwnHost(origin.slice(scheme.length), port);
}

/** Whether a request names this machine. Of port 80 browsers say nothing: it is what http means. */
export function isOwnHost(host: string | undefined, port: number | undefined): boolean {
  const named = [HOST, 'localhost'].flatMap((name) => [`${name}:${port}`, ...(port === 80 ? [name] : [])]);
  return host !== undefined && named.includes(host.toLowerCase());
}

/** What a request is refused with that is none; whoever sends it may be gone already. */
function refuseRaw(
  socket: Duplex,
  { code }: NodeJS.ErrnoException,
  headers: Readonly<Record<string, string>>,
): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status =
    {
      HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
      ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
    }[code ?? ''] ?? '400 Bad Request';
  const lines = Object.entries({ ...headers, Connection: 'close', 'Content-Length': '0' });
  socket.end(`HTTP/1.1 ${status}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
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
