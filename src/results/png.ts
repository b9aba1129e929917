import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dependencyFolder } from '../backends/packageFiles.ts';

/** Pixels of a PNG for one of its SVG: sharp on paper and on dense screens. */
const scale = 2;

/**
 * A picture as PNG bytes. The text is set in the DejaVu fonts that come with the package and never in those of
 * the machine, so that the same picture comes out everywhere.
 */
export async function renderPng(svg: string): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const fonts = join(dependencyFolder('dejavu-fonts-ttf'), 'ttf');
  const fontFiles = readdirSync(fonts)
    .filter((file) => /^DejaVuSans(-Bold|-Oblique|-BoldOblique|Mono)?\.ttf$/.test(file))
    .map((file) => join(fonts, file));
  const picture = new Resvg(svg, {
    background: 'white',
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontFiles,
      loadSystemFonts: false,
      defaultFontFamily: 'DejaVu Sans',
      sansSerifFamily: 'DejaVu Sans',
    },
  });
  return picture.render().asPng();
}
