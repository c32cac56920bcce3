import { useText } from "../../../kit/text.tsx";
import type { DiaryPreview } from "../../contract.ts";
import { columnLetters } from "../../matrix/row-label.ts";
import "./sheet.css";

type Sheet = DiaryPreview["sheet"];
type Cell = Sheet["lines"][number]["cells"][number];

interface SheetProps {
  readonly sheet: Sheet;
  /** The number under which each cell is asked about */
  readonly numbers: ReadonlyMap<number, number>;
}

const FATES = ["heading", "row", "doubt", "unread"] as const;

/** The diary as it was written, with what became of each cell: what nobody read is marked where it stands. */
export function SheetAsWritten({ sheet: { lines, blocks }, numbers }: SheetProps) {
  const t = useText();
  const width = Math.max(0, ...lines.map(({ cells }) => cells.length));
  return (
    <details className="diary__sheet" open={numbers.size > 0 || blocks.length > 1}>
      <summary>{t("diary.sheetAsWritten")}</summary>
      {blocks.length > 1 && (
        <p className="hint">{t("diary.blocks", { count: blocks.length, blocks: blocks.join(", ") })}</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by the arrow keys */}
      <section className="sheet-as-written" aria-label={t("diary.sheetAsWritten")} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <td />
              {Array.from({ length: width }, (_, at) => columnLetters(at)).map((letters) => (
                <th key={letters} scope="col">
                  {letters}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ line, cells }) => (
              <tr key={line}>
                <th scope="row">{line}</th>
                {cells.map((cell) => (
                  <SheetCell key={cell.id} cell={cell} number={numbers.get(cell.id)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ul className="sheet-key">
        {FATES.map((fate) => (
          <li key={fate} className={`is-${fate}`}>
            {t(`diary.fate-${fate}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function SheetCell({ cell: { text, fate }, number }: { cell: Cell; number: number | undefined }) {
  const t = useText();
  if (fate !== "unread" && fate !== "doubt") return <td className={`is-${fate}`}>{text}</td>;
  return (
    <td className={`is-${fate}`}>
      {fate === "unread" ? <mark>{text}</mark> : text}{" "}
      {number !== undefined && <b className="sheet-number">{number}</b>}
      <span className="visually-hidden"> ({t(`diary.fate-${fate}`)})</span>
    </td>
  );
}
