import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { renderPng } from '../../src/results/png.ts';

const picture = (words: string, font = 'DejaVu Sans') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><text x="5" y="28" font-family="${font}" font-size="20">${words}</text></svg>`;

/** Pixels of a PNG that are darker than middle grey, found by drawing it in a picture of its own size. */
async function darkPixels(svg: string): Promise<number> {
  const png = Buffer.from(await renderPng(svg));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  expect([width, height]).toEqual([400, 80]);
  const frame = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${png.toString('base64')}"/></svg>`;
  const { pixels } = new Resvg(frame).render();
  let dark = 0;
  for (let i = 0; i < pixels.length; i += 4) if (pixels[i] < 128 && pixels[i + 3] > 128) dark++;
  return dark;
}

describe('PNG pictures', () => {
  it('hold their text', async () => {
    const none = await darkPixels(picture(''));
    const words = await darkPixels(picture('Who waits?'));
    expect(none).toBe(0);
    // Without a font the text is dropped silently; with one it covers some 1,500 of these pixels.
    expect(words).toBeGreaterThan(800);
    expect(words).toBeLessThan(8000);
  });

  it('fall back to the same font where another is named', async () => {
    expect(await darkPixels(picture('Who waits?', 'No Such Font, sans-serif'))).toBeGreaterThan(800);
  });
});
