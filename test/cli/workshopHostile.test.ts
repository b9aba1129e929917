import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isOwnOrigin, serveWorkshop, type WorkshopServer } from '../../src/cli/workshop/server.ts';

const page = { text: '<!doctype html><title>the page</title>', policy: "default-src 'none'" };
const patience = 300;

let server: WorkshopServer;
let port: number;
beforeEach(async () => {
  server = await serveWorkshop(page, { port: 0, orNext: false, patience });
  port = Number(new URL(server.address).port);
});
afterEach(() => server.close());

/** Sends bytes as they are, and gives all that comes until the other side ends the connection or it is quiet for long. */
function raw(bytes: string | Buffer, { host = '127.0.0.1', half = false } = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    let got = '';
    socket.setEncoding('latin1');
    socket.on('data', (data) => (got += data));
    socket.on('connect', () => (half ? socket.write(bytes) : socket.end(bytes)));
    socket.on('close', () => resolve(got));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // Who is cut off while still sending hears of it by a reset, and may have had the answer before.
      if (error.code === 'ECONNRESET' || error.code === 'EPIPE') resolve(got);
      else reject(error);
    });
  });
}

const get = (target: string, headers: readonly string[] = [], method = 'GET') =>
  raw(
    [`${method} ${target} HTTP/1.1`, `Host: 127.0.0.1:${port}`, ...headers, 'Connection: close', '', ''].join(
      '\r\n',
    ),
  );
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

/** Every answer, also a refusal, forbids what it can. */
function expectHeaders(answer: string): void {
  for (const line of [
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options: nosniff',
    'Referrer-Policy: no-referrer',
    'Cache-Control: no-store',
    'Cross-Origin-Opener-Policy: same-origin',
    'Cross-Origin-Resource-Policy: same-origin',
  ])
    expect(answer).toContain(`${line}\r\n`);
  expect(answer).not.toMatch(/Access-Control|X-Powered-By|^Server:|node:|at .*\.[jt]s:/im);
}

describe('the workshop server', () => {
  it('gives its page for / alone, whatever a path is made of', async () => {
    expect(await get('/')).toContain(page.text);
    for (const target of [
      '/../../etc/passwd',
      '/..%2f..%2fetc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/%252e%252e%252fetc%252fpasswd',
      '/..\\..\\etc\\passwd',
      '/%00',
      '/index.html%00.js',
      '/./',
      '//',
      '//evil.example/',
      '/%',
      '/?',
      '/#',
      '/package.json',
      '/dist/page.js',
      '/proc/self/environ',
      'http://evil.example/',
      'file:///etc/passwd',
      '*',
    ]) {
      const answer = await get(target);
      expect([target, statusOf(answer), answer.includes(page.text)]).toEqual([target, 404, false]);
      expectHeaders(answer);
    }
  });

  it('refuses a request line that is none, with its headers and without a word of what went wrong', async () => {
    for (const bytes of [
      'GET / HTTP/9.9\r\n\r\n',
      `GET /\u0000 HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`,
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nHost : 127.0.0.1\r\n\r\n`,
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`,
      `FETCH / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`,
      '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003 a TLS greeting',
      Buffer.alloc(70_000, 0xff),
    ]) {
      const answer = await raw(bytes);
      expect(statusOf(answer)).toBe(400);
      expectHeaders(answer);
      expect(answer.split('\r\n\r\n')[1]).toBe('');
    }
    // Without a name of the machine nobody is answered either, as HTTP/1.1 has it.
    expect(statusOf(await raw('GET / HTTP/1.1\r\nConnection: close\r\n\r\n'))).toBe(400);
    expect(statusOf(await raw('GET / HTTP/1.0\r\n\r\n'))).toBe(403);
  });

  it('refuses headers beyond measure, of which it keeps none', async () => {
    const answer = await get('/', [`X-Long: ${'a'.repeat(100_000)}`]);
    expect(statusOf(answer)).toBe(431);
    expectHeaders(answer);
    const many = Array.from({ length: 5000 }, (_, index) => `X-${index}: a`);
    expect(statusOf(await get('/', many))).toBe(431);
    expect(statusOf(await get(`/${'a'.repeat(100_000)}`))).toBe(431);
  });

  it('reads no body: it answers and ends the connection', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']) {
      const answer = await raw(
        `${method} / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 100000000000\r\n\r\n${'b'.repeat(10_000)}`,
        { half: true },
      );
      expect([method, statusOf(answer)]).toEqual([method, 405]);
      expect(answer).toContain('Connection: close\r\n');
      expect(answer).toContain('Allow: GET, HEAD\r\n');
      expectHeaders(answer);
    }
    // Of two requests in one, where the first has a body, the second is not answered.
    const twice = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 3\r\n\r\nabcGET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`;
    expect((await raw(twice)).split(page.text)).toHaveLength(2);
  });

  it('answers no other protocol', async () => {
    const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'];
    expect(
      await raw(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${upgrade.join('\r\n')}\r\n\r\n`, {
        half: true,
      }),
    ).toBe('');
    expect(await raw('CONNECT evil.example:80 HTTP/1.1\r\nHost: evil.example\r\n\r\n', { half: true })).toBe(
      '',
    );
    const expects = await get('/', ['Expect: something']);
    expect([statusOf(expects), expects.includes(page.text)]).toEqual([417, false]);
  });

  it('answers no other name and no page of another', async () => {
    const named = (...hosts: string[]) =>
      raw(
        ['GET / HTTP/1.1', ...hosts.map((host) => `Host: ${host}`), 'Connection: close', '', ''].join('\r\n'),
      );
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      `127.0.0.1.evil.example:${port}`,
      `127.0.0.1:${port}@evil.example`,
      `127.0.0.1:${port}, evil.example`,
      `localhost.:${port}`,
      `0.0.0.0:${port}`,
      `[::1]:${port}`,
      `2130706433:${port}`,
      '',
    ])
      expect([host, statusOf(await named(host))]).toEqual([host, 403]);
    expect(statusOf(await named('evil.example', `127.0.0.1:${port}`))).toBe(403);
    for (const origin of [
      'http://evil.example',
      `http://evil.example:${port}`,
      `https://127.0.0.1:${port}`,
      `http://127.0.0.1:${port + 1}`,
      `http://127.0.0.1:${port}.evil.example`,
      `http://127.0.0.1:${port}://evil.example`,
      'null',
      '',
      'file://',
    ]) {
      const answer = await get('/', [`Origin: ${origin}`]);
      expect([origin, statusOf(answer), answer.includes(page.text)]).toEqual([origin, 403, false]);
      expectHeaders(answer);
    }
    for (const own of [`http://127.0.0.1:${port}`, `http://localhost:${port}`])
      expect([own, statusOf(await get('/', [`Origin: ${own}`]))]).toEqual([own, 200]);
    expect([isOwnOrigin('http://localhost', 80), isOwnOrigin('http://localhost', 7357)]).toEqual([
      true,
      false,
    ]);
  });

  it('waits for nobody: who sends slowly, or nothing, is cut off, and others are answered meanwhile', async () => {
    let cutOff = 0;
    const slow = [
      raw('', { half: true }),
      raw('GET / HT', { half: true }),
      raw(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Slow: `, { half: true }),
    ];
    for (const one of slow) one.then(() => cutOff++);
    expect([statusOf(await get('/')), cutOff]).toEqual([200, 0]);
    for (const answer of await Promise.all(slow))
      if (answer !== '') expect([statusOf(answer), answer.includes(page.text)]).toEqual([408, false]);
  });

  it('takes no more connections than it has room for, and is there again when they end', async () => {
    const idle = Array.from({ length: 200 }, () => raw('', { half: true }));
    await Promise.all(idle);
    expect(statusOf(await get('/'))).toBe(200);
  });

  it('is reached from this machine alone', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map(({ address }) => address);
    // Of Linux all of 127/8 is this machine, and only one address of it is listened at.
    if (process.platform === 'linux') others.push('127.0.0.2');
    expect(new URL(server.address).hostname).toBe('127.0.0.1');
    for (const host of others)
      await expect(raw('GET / HTTP/1.1\r\n\r\n', { host })).rejects.toThrow('ECONNREFUSED');
  });
});
