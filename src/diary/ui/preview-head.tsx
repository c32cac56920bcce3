import { focusAtMount } from "../../kit/focus.ts";
import { useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { type DiaryPreview, VERDICTS } from "../contract.ts";
import type { Shown } from "./next-row.ts";
import type { Diary } from "./use-diary.ts";
import { VerdictFilter } from "./verdict-filter.tsx";

interface PreviewHeadProps {
  readonly titleId: string;
  readonly preview: DiaryPreview;
  readonly work: Diary;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
}

/** How many of each, and what holds for many rows at once. */
export function PreviewHead({ titleId, preview, work, shown, onShow }: PreviewHeadProps) {
  const t = useText();
  const { counts, columns, hasHeader, skipped } = preview;
  // Of several blocks these are the first one's: it is not said of the others that they are nothing.
  const named = preview.sheet.blocks.length > 1 ? columns.filter((column) => column !== null) : columns;
  const names = named.map((column) => t(`diary.column-${column ?? "none"}`)).join(", ");
  const parts = VERDICTS.filter((verdict) => counts[verdict] > 0).map((verdict) =>
    t(`diary.count-${verdict}`, { count: counts[verdict] }),
  );
  return (
    <div className="diary__summary">
      <div className="diary__counts">
        <h2 id={titleId} tabIndex={-1} ref={focusAtMount}>
          {t("diary.rows", { count: counts.rows })}
        </h2>
        <p className="visually-hidden" role="status">
          {t("diary.rows", { count: counts.rows })}: {parts.join(", ")}.
          {preview.unread > 0 && ` ${t("diary.unreadCells", { count: preview.unread })}`}
        </p>
        <VerdictFilter counts={counts} shown={shown} onShow={onShow} />
      </div>
      <p className="hint">
        {!preview.matrix && t("diary.columns", { columns: names })} {!hasHeader && t("diary.noHeader")}{" "}
        {skipped > 0 && t("diary.skipped", { count: skipped })}
      </p>
      <Faults preview={preview} />
      <Swapped preview={preview} work={work} />
    </div>
  );
}

const MANY = 10;

/** Faults of a whole file; a few are said at their rows. */
function Faults({ preview: { faults } }: { preview: DiaryPreview }) {
  const t = useText();
  const repeated = faults.filter(({ rows }) => rows >= MANY);
  if (repeated.length === 0) return null;
  return (
    <div className="note note--warn">
      <strong>{t("diary.faults")}</strong>
      <ul>
        {repeated.map(({ message, rows }) => (
          <li key={message}>{t("diary.fault", { count: rows, message })}</li>
        ))}
      </ul>
    </div>
  );
}

/** A diary with the first name first has it so everywhere: one press puts all of them right. */
function Swapped({ preview: { rows }, work }: { preview: DiaryPreview; work: Diary }) {
  const t = useText();
  const swapped = rows.filter(({ hints }) => hints.includes("names-swapped"));
  if (swapped.length < 2) return null;
  const exchange = () =>
    work.correct(
      Object.fromEntries(
        swapped.map(({ row, lastName, firstName }) => [row, { lastName: firstName, firstName: lastName }]),
      ),
    );
  return (
    <div className="note note--warn diary__swapped">
      <p>{t("diary.swapped", { count: swapped.length })}</p>
      <Button size="small" wraps onClick={exchange}>
        {t("diary.swapAll", { count: swapped.length })}
      </Button>
    </div>
  );
}

/** The answer takes the focus, for screen readers and small screens. */
