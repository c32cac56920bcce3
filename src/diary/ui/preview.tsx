import { useId, useRef, useState } from "react";
import { useText } from "../../kit/text.tsx";
import type { Office } from "../../offices/contract.ts";
import { BringInFoot } from "./bring-in-foot.tsx";
import type { ShownDiary } from "./diary-draft.ts";
import { MatrixHeads } from "./matrix/matrix-heads.tsx";
import { type Shown, shownRows } from "./next-row.ts";
import { PreviewHead } from "./preview-head.tsx";
import { PreviewRow } from "./preview-row.tsx";
import { Progress } from "./progress.tsx";
import { UnreadCells } from "./sheet/unread-cells.tsx";
import type { Diary } from "./use-diary.ts";
import { useEditing } from "./use-editing.ts";
import { UsualQuestion } from "./usual-question.tsx";

interface PreviewProps {
  readonly office: Office;
  readonly work: Diary;
  readonly read: ShownDiary;
}

const COLUMNS = ["row", "written", "when", "person", "phone", "visit", "verdict", "acts"] as const;

/** The rows that fit, collide or are unclear. */
export function DiaryPreviewPage({ office, work, read }: PreviewProps) {
  const t = useText();
  const titleId = useId();
  const section = useRef<HTMLElement>(null);
  const [wished, setShown] = useState<Shown>("all");
  const { preview } = read;
  const shown = wished !== "all" && preview.counts[wished] === 0 ? "all" : wished;
  const rows = shownRows(read, shown);
  const focus = (at: string) => section.current?.querySelector<HTMLElement>(at)?.focus();
  const editing = useEditing(work, rows, focus);
  return (
    <section className="sheet diary__preview" aria-labelledby={titleId} ref={section}>
      {work.reading.isPending && <Progress label={t("diary.previewing")} />}
      <PreviewHead titleId={titleId} preview={preview} work={work} shown={shown} onShow={setShown} />
      <UsualQuestion office={office} preview={preview} work={work} />
      <UnreadCells preview={preview} work={work} />
      {preview.matrix && <MatrixHeads office={office} matrix={preview.matrix} work={work} />}
      <table className="diary__rows" aria-label={t("diary.table")}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={`diary__col-${column}`}>
                {t(`diary.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PreviewRow key={row.row} row={row} office={office} editing={editing} columns={preview.columns} />
          ))}
        </tbody>
      </table>
      {preview.isCut && <p className="hint diary__cut">{t("diary.cut", { shown: preview.rows.length })}</p>}
      <BringInFoot
        office={office.code}
        work={work}
        preview={preview}
        openRow={rows.find(({ row }) => row === editing.row)?.label ?? null}
        onOpenRow={() => focus("form input")}
      />
    </section>
  );
}
