import type { Series } from "./time-series";

/** A chart's figures for who cannot see it; visually hidden. */
export function SeriesTable({ caption, at, series }: { caption: string; at: string[]; series: Series[] }) {
  return (
    <div className="sr-only">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Time</th>
            {series.map((each) => (
              <th key={each.name} scope="col">
                {each.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {at.map((instant, place) => (
            <tr key={instant}>
              <th scope="row">{instant}</th>
              {series.map((each) => (
                <td key={each.name}>{each.values[place] ?? 0}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
