import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { numericDate, timeOf, weekdayAndDate } from "../../../kit/dates.ts";
import { sentenceOf } from "../../../kit/failure.ts";
import { FormProblem } from "../../../kit/form/form-problem.tsx";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Dialog } from "../../../kit/ui/dialog.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import type { DiaryImports } from "../../contract.ts";
import type { Diary } from "../use-diary.ts";
import { importsQuery } from "./imports-query.ts";

type Import = DiaryImports["imports"][number];

/** What was brought in lately; any of it can still be taken back. */
export function PastImports({ office, work }: { office: string; work: Diary }) {
  const t = useText();
  const titleId = useId();
  const query = useQuery(importsQuery(office));
  const [asked, setAsked] = useState<Import | null>(null);
  const imports = query.data?.imports ?? [];
  if (query.error) return <LoadFailed error={query.error} onRetry={() => query.refetch()} />;
  if (imports.length === 0) return null;
  return (
    <section className="sheet diary__imports" aria-labelledby={titleId}>
      <h2 id={titleId}>{t("diary.imports")}</h2>
      <ul>
        {imports.map((one) => (
          <PastImport key={one.id} one={one} onUndo={() => setAsked(one)} />
        ))}
      </ul>
      {asked && <UndoDialog one={asked} work={work} onClose={() => setAsked(null)} />}
    </section>
  );
}

function PastImport({ one, onUndo }: { one: Import; onUndo: () => void }) {
  const t = useText();
  const { language } = useLanguage();
  const when = { date: numericDate(one.at.slice(0, 10)), time: timeOf(one.at) };
  const dayOf = (date: string | null) => (date ? weekdayAndDate(date, language) : "");
  return (
    <li>
      <span>
        <b>{t("diary.importOf", { count: one.booked })}</b>,{" "}
        {one.firstDate === one.lastDate
          ? dayOf(one.firstDate)
          : t("diary.importDays", { first: dayOf(one.firstDate), last: dayOf(one.lastDate) })}
        <span className="hint">{t("diary.importBy", { ...when, who: one.by ?? "" })}</span>
      </span>
      {one.isUndone ? (
        <span className="badge">{t("diary.importUndone")}</span>
      ) : (
        <Button size="small" aria-label={t("diary.undoOf", when)} onClick={onUndo}>
          {t("diary.undo")}
        </Button>
      )}
    </li>
  );
}

/** One question: the diary is not here any more to be brought in again. */
function UndoDialog({ one, work: { undoing }, onClose }: { one: Import; work: Diary; onClose: () => void }) {
  const t = useText();
  const undo = () => {
    if (!undoing.isPending) undoing.mutate(one.id, { onSuccess: onClose });
  };
  return (
    <Dialog title={t("diary.undoTitle", { count: one.booked })} onClose={onClose}>
      <p>{t("diary.undoText")}</p>
      <FormProblem sentence={undoing.error && sentenceOf(undoing.error, t, t("shell.noAnswerAct"))} />
      <div className="group">
        <Button data-autofocus onClick={onClose}>
          {t("diary.undoNo")}
        </Button>
        <Button look="danger" aria-disabled={undoing.isPending} onClick={undo}>
          {t(undoing.isPending ? "diary.undoing" : "diary.undoAll")}
        </Button>
      </div>
    </Dialog>
  );
}
