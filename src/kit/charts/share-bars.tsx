import { variables } from "../place-style.ts";
import { useText } from "../text.tsx";

interface ShareBarsProps {
  readonly caption: string;
  readonly rows: readonly ShareBar[];
}

export interface ShareBar {
  readonly name: string;
  /** Of a hundred; null: of nobody there is none */
  readonly percent: number | null;
  /** What it is of */
  readonly of: string;
}

/** Shares of a hundred below each other: a table whose cells are as long as their numbers. */
export function ShareBars({ caption, rows }: ShareBarsProps) {
  const t = useText();
  return (
    <table className="chart__shares">
      <caption className="visually-hidden">{caption}</caption>
      <tbody>
        {rows.map(({ name, percent, of }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <span className="chart__share" style={variables({ "--share": (percent ?? 0) / 100 })} />
              {percent === null ? t("charts.nobody") : t("charts.percent", { percent })}
            </td>
            <td>{of}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
