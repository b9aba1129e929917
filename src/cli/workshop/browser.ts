import { spawn } from 'node:child_process';

/** How each system opens an address in its browser; the address is ours and holds nothing that a shell could take for more. */
const openers: Partial<Record<NodeJS.Platform, readonly [command: string, ...words: string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
  linux: ['xdg-open'],
};

/** Opens the system's browser where there is one; where not, nothing happens, since the address is printed as well. */
export function openBrowser(address: string): void {
  const [command, ...words] = openers[process.platform] ?? [];
  if (command === undefined) return;
  const hasScreen = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  if (process.platform === 'linux' && !hasScreen) return;
  const child = spawn(command, [...words, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
