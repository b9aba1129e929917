import type { FigureTable } from '../../engine/protocol.ts';
import { Scroller } from './Scroller.tsx';

/** Tables of figures, each wide one with a scroll bar of its own. */
export function FigureTables({ caption, tables }: { caption: string; tables: readonly FigureTable[] }) {
  if (tables.length === 0)
    return <p>This chart shows no single figures; they are in the tables to download.</p>;
  return (
    <>
      {tables.map(({ head, rows }) => (
        <Scroller key={head.join()} label={caption}>
          <table>
            <caption>{caption}</caption>
            <thead>
              <tr>
                {head.map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells) => (
                <tr key={cells.join()}>
                  {cells.map((cell, at) =>
                    at === 0 ? (
                      <th key={head[at]} scope="row">
                        {cell}
                      </th>
                    ) : (
                      <td key={head[at]}>{cell}</td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      ))}
    </>
  );
}
