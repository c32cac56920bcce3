import type { KeyboardEvent } from "react";
import { useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import type { Office } from "../../offices/contract.ts";
import { markKey } from "./mark-keys.ts";
import { PaperRow } from "./paper-row.tsx";
import { restOf, type SheetRow } from "./sheet-rows.ts";
import { type CatchUpState, focusSheetRow } from "./use-catch-up.ts";

const KEYS = [
  ["1", "catchUp.key-stays"],
  ["2", "catchUp.key-arrived"],
  ["3", "catchUp.key-served"],
  ["4", "catchUp.key-no-show"],
  ["↓", "catchUp.key-next"],
] as const;

/** The rows in the order of the printed sheet, each with its ticks. */
export function SheetTable({ office, work }: { office: Office; work: CatchUpState }) {
  const t = useText();
  const rest = restOf(work.rows, work.day);
  const open = work.rows.filter(({ options }) => options.length > 0);
  const onKeyDown = (event: KeyboardEvent, row: SheetRow) => {
    const key = markKey(event, open, open.indexOf(row));
    if (!key) return;
    event.preventDefault();
    if (key.does === "go") focusSheetRow(open[key.to]);
    else work.markHere(row, key.mark);
  };
  if (work.rows.length === 0) return <NoRows />;
  return (
    <section className="paper-sheet sheet" aria-label={t("catchUp.sheet")}>
      <div className="paper-sheet__head">
        <p className="paper-sheet__keys">
          <b>{t("catchUp.keys")}</b>
          {KEYS.map(([key, words]) => (
            <span key={key}>
              <kbd>{key}</kbd> {t(words)}
            </span>
          ))}
        </p>
        {/* It stays when nobody is left: the rows below keep their places. */}
        <Button
          size="small"
          wraps
          isOff={rest.length === 0}
          onClick={() => rest.length > 0 && work.mark(rest, "served")}
        >
          {t("catchUp.rest", { count: rest.length })}
        </Button>
      </div>
      <table className="paper-rows">
        <caption className="visually-hidden">{t("catchUp.sheet")}</caption>
        <thead>
          <tr>
            <th scope="col" className="paper-rows__time">
              {t("plan.time")}
            </th>
            <th scope="col" className="paper-rows__queue">
              {t("panel.queue")}
            </th>
            <th scope="col">{t("catchUp.person")}</th>
            <th scope="col" className="paper-rows__mark">
              {t("catchUp.mark")}
            </th>
          </tr>
        </thead>
        <tbody>
          {work.rows.map((row) => (
            <PaperRow
              key={row.appointment.id}
              office={office}
              row={row}
              work={work}
              onKeyDown={(event) => onKeyDown(event, row)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function NoRows() {
  const t = useText();
  return (
    <section className="paper-sheet paper-sheet--empty sheet">
      <p>{t("catchUp.none")}</p>
      <p className="hint">{t("catchUp.none-walk-ins")}</p>
    </section>
  );
}
