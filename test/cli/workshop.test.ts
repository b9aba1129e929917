import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { firstScenario } from '../../src/cli/firstScenario.ts';
import { isOwnHost } from '../../src/cli/workshop/server.ts';
import { scratchFolder } from '../results/scratch.ts';
import { type Ended, streetlevel, until } from './command.ts';

const scratch = scratchFolder();
const inside = (name: string): string => join(scratch(), name);

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

function ask(
  address: string,
  { method = 'GET', path = '/', host }: Record<string, string> = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    const asked = request(
      { hostname, port, path, method, headers: host === undefined ? {} : { Host: host } },
      (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (bytes) => (body += bytes));
        response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }));
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}

/** What the page reads of itself. */
const dataOf = (page: string) =>
  JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(page)![1]);

/** The policy that a page gives itself. */
const policyOf = (page: string): string =>
  /Content-Security-Policy" content="([^"]*)"/.exec(page)![1].replaceAll('&#39;', "'");

/** A port that something else holds, or nothing any more after `close`. */
function held(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}
async function freePort(): Promise<number> {
  const server = await held();
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

let running: { child: ChildProcess; ended: Promise<Ended> } | undefined;
afterEach(async () => {
  running?.child.kill('SIGKILL');
  await running?.ended;
  running = undefined;
});

/** Starts the command and waits for the address that it prints. */
async function served(words: readonly string[], input?: string): Promise<string> {
  let out = '';
  let over = false;
  let child!: ChildProcess;
  const ended = streetlevel(['workshop', ...words], {
    cwd: scratch(),
    input,
    onStart: (started) => {
      child = started;
      child.stdout!.on('data', (bytes) => (out += bytes));
      child.on('close', () => (over = true));
    },
  });
  running = { child, ended };
  await until(() => out.endsWith('\n') || over);
  if (over) throw new Error(JSON.stringify(await ended));
  return out.trim();
}

describe('workshop', () => {
  it('serves one page on this machine, with headers that let nothing out, until Ctrl-C', async () => {
    const port = await freePort();
    const address = await served(['first', '--port', String(port), '--no-open']);
    expect(address).toBe(`http://127.0.0.1:${port}/`);
    const { status, headers, body } = await ask(address);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    const policy = headers['content-security-policy'] as string;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    // What the header allows is what the page allows itself.
    expect(`${policyOf(body)}; frame-ancestors 'none'`).toBe(policy);
    expect(dataOf(body).first).toEqual({ bundled: 'first' });
    expect(Object.keys(dataOf(body).bundled)).toContain('activation-pilot');

    const head = await ask(address, { method: 'HEAD' });
    expect([head.status, head.body, head.headers['content-length']]).toEqual([
      200,
      '',
      headers['content-length'],
    ]);

    running!.child.kill('SIGINT');
    const { code, err } = await running!.ended;
    expect([code, err]).toEqual([0, 'The workshop page is served on this machine alone. Ctrl-C ends it.\n']);
    await expect(ask(address)).rejects.toThrow('ECONNREFUSED');
  });

  it('answers no other name, path or method', async () => {
    const address = await served(['first', '--port', String(await freePort()), '--no-open', '--quiet']);
    const { port } = new URL(address);
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1', `127.0.0.1:${Number(port) + 1}`])
      expect([host, (await ask(address, { host })).status]).toEqual([host, 403]);
    expect((await ask(address, { host: `localhost:${port}` })).status).toBe(200);
    for (const path of ['/index.html', '/../package.json', '//', '/?a=1', `http://evil.example/`])
      expect([path, (await ask(address, { path })).status]).toEqual([path, 404]);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const { status, headers } = await ask(address, { method });
      expect([method, status, headers.allow]).toEqual([method, 405, 'GET, HEAD']);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('knows its own names by their port, which browsers leave out of 80', () => {
    for (const host of ['127.0.0.1', 'localhost', 'LOCALHOST:80', '127.0.0.1:80'])
      expect([host, isOwnHost(host, 80)]).toEqual([host, true]);
    for (const host of ['127.0.0.1', 'localhost:80', undefined])
      expect([host, isOwnHost(host, 7357)]).toEqual([host, false]);
    expect(isOwnHost('evil.example', 80)).toBe(false);
  });

  it('tells two files of one name apart without their folders', async () => {
    for (const folder of ['one', 'two']) mkdirSync(inside(folder));
    writeFileSync(inside('two/mine.yaml'), firstScenario);
    writeFileSync(inside('one/mine.yaml'), 'format: 1\nextends: ../two/mine.yaml\ntitle: Mine\n');
    const { code } = await streetlevel(
      ['workshop', 'one/mine.yaml', '--allow-path', 'two', '--export', 'page.html', '--quiet'],
      { cwd: scratch() },
    );
    expect(code).toBe(0);
    const page = readFileSync(inside('page.html'), 'utf8');
    expect(dataOf(page).first).toMatchObject({
      file: 'mine.yaml',
      extended: {
        'mine.yaml\u0000../two/mine.yaml': { file: 'mine.yaml (2)', text: firstScenario },
      },
    });
    expect(page.includes(scratch())).toBe(false);
  });

  it('opens with a file and all that it extends, by their names alone', async () => {
    mkdirSync(inside('deep'));
    writeFileSync(inside('deep/parent.yaml'), firstScenario);
    writeFileSync(inside('deep/mine.yaml'), 'format: 1\nextends: parent.yaml\ntitle: Mine\n');
    const address = await served(['deep/mine.yaml', '--port', String(await freePort()), '--json', '--quiet']);
    const { body } = await ask(JSON.parse(address).address);
    expect(dataOf(body).first).toEqual({
      file: 'mine.yaml',
      text: 'format: 1\nextends: parent.yaml\ntitle: Mine\n',
      extended: { 'mine.yaml\u0000parent.yaml': { file: 'parent.yaml', text: firstScenario } },
    });
    expect(body.includes(scratch())).toBe(false);
  });

  it('says so when the port that was asked for is taken', async () => {
    const other = await held();
    const { port } = other.address() as AddressInfo;
    const { code, out, err } = await streetlevel(['workshop', 'first', '--port', String(port)]);
    expect([code, out, err]).toEqual([
      2,
      '',
      `port ${port} is taken. Name another with --port, or none: then the next free one is found\n`,
    ]);
    await new Promise((resolve) => other.close(resolve));
    expect(await streetlevel(['workshop', '--port', '70000'])).toMatchObject({ code: 2, out: '' });
  });

  it('ends with the usual errors of a file before anything is served or written', async () => {
    const wrong = firstScenario.replace('posts: 12', 'post: 12');
    for (const words of [[], ['--export', 'page.html']]) {
      const { code, out, err } = await streetlevel(['workshop', '-', ...words], {
        cwd: scratch(),
        input: wrong,
      });
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain('caseworkers.roles.adviser.post');
      expect(err).toContain('did you mean: posts');
    }
    expect(existsSync(inside('page.html'))).toBe(false);
    expect((await streetlevel(['workshop', 'nowhere.yaml'])).code).toBe(2);
  });
});

describe('workshop --export', () => {
  it('writes one whole file that asks for nothing, and overwrites only when told to', async () => {
    const { code, out } = await streetlevel(['workshop', '-', '--export', 'page.html'], {
      cwd: scratch(),
      input: firstScenario,
    });
    expect([code, out]).toEqual([0, 'page.html\n']);
    expect(readdirSync(scratch())).toEqual(['page.html']);
    const page = readFileSync(inside('page.html'), 'utf8');
    expect(page.startsWith('<!doctype html>')).toBe(true);
    expect(page.trimEnd().endsWith('</html>')).toBe(true);
    expect(policyOf(page)).toContain("connect-src 'none'");
    const markup = page.replace(/<script[\s\S]*?<\/script>|<style>[\s\S]*?<\/style>/g, '');
    expect(/(?:src|href)=/.test(markup)).toBe(false);
    expect(dataOf(page)).toMatchObject({ first: { file: '(standard input)', text: firstScenario } });

    const again = ['workshop', 'first', '--export', 'page.html'];
    const refused = await streetlevel(again, { cwd: scratch() });
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('--force');
    expect(readFileSync(inside('page.html'), 'utf8') === page).toBe(true);
    const forced = await streetlevel([...again, '--force', '--json', '--quiet'], { cwd: scratch() });
    expect(forced).toMatchObject({ code: 0, err: '' });
    const text = readFileSync(inside('page.html'), 'utf8');
    expect(JSON.parse(forced.out)).toEqual({ file: 'page.html', bytes: Buffer.byteLength(text) });
    expect(dataOf(text).first).toEqual({ bundled: 'first' });
  });

  it('says where it cannot write', async () => {
    mkdirSync(inside('folder'));
    writeFileSync(inside('file'), '');
    for (const [file, why] of [
      ['folder', 'folder is a folder. Name a file, such as folder/page.html'],
      ['absent/page.html', 'there is no folder absent'],
      ['file/page.html', 'file is a file, not a folder'],
    ]) {
      const { code, err } = await streetlevel(['workshop', 'first', '--export', file], { cwd: scratch() });
      expect([code, err.includes(why)]).toEqual([2, true]);
    }
  });
});
