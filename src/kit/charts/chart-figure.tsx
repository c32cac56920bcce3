import { type ReactNode, useId } from "react";
import { useNumbers, useText } from "../text.tsx";
import { classes } from "../ui/classes.ts";
import type { FigureCell, FigureTable } from "./figure-table.ts";
import type { FigureView } from "./figures-search.ts";
import "./charts.css";

interface ChartFigureProps {
  readonly title: string;
  /** What is drawn and how it is read */
  readonly hint?: string;
  readonly view: FigureView;
  readonly tables: readonly FigureTable[];
  /** What the picture shows, in words */
  readonly finding?: ReactNode;
  /** So little was recorded that it is a hint: grey, and not to be compared */
  readonly isHint?: boolean;
  /** Class of its place on the page */
  readonly place?: string;
  /** The picture: a plot that says its finding, or what is read as it is */
  readonly children?: ReactNode;
}

/** A figure of a page: its title, its picture or its tables, and its finding in words. */
export function ChartFigure({ title, hint, view, tables, finding, isHint = false, place, children }: ChartFigureProps) {
  const id = useId();
  return (
    <section className={classes("sheet chart", isHint && "chart--hint", place)} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {hint && <p className="hint">{hint}</p>}
      {view === "picture"
        ? children
        : tables.map((table) => <TableOfFigure key={table.title} {...table} isAlone={tables.length === 1} />)}
      {finding && <p>{finding}</p>}
    </section>
  );
}

function TableOfFigure({ title, columns, rows, isAlone }: FigureTable & { readonly isAlone: boolean }) {
  const t = useText();
  const n = useNumbers();
  const words = (cell: FigureCell | undefined) => {
    if (cell === null) return t("charts.not-recorded");
    return typeof cell === "number" ? n(cell) : cell;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <div className="chart__scroll" role="group" aria-label={title} tabIndex={0}>
      <table className="chart__table">
        <caption className={isAlone ? "visually-hidden" : undefined}>{title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={String(name)}>
              <th scope="row">{words(name)}</th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]}>{words(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
