import { useQuery } from "@tanstack/react-query";
import { numericDate } from "../../../../kit/dates.ts";
import { useLanguage, useText } from "../../../../kit/text.tsx";
import { appointmentHistoryQuery } from "../../queries.ts";
import { DraftNote } from "../form/draft-note.tsx";
import { PersonFields } from "../form/person-fields.tsx";
import { SourceFields } from "../form/source-fields.tsx";
import { useRepairs } from "../form/use-repairs.ts";
import { VisitFields } from "../form/visit-fields.tsx";
import { PanelFrame } from "../frame/panel-frame.tsx";
import { type SaveFailure, saveFailureOf } from "../frame/save-failure.ts";
import { SaveFoot } from "../frame/save-foot.tsx";
import { useProblem } from "../frame/use-problem.ts";
import type { HistoryEvent } from "../words/history-words.ts";
import { useQueueNames } from "../words/use-queue-names.ts";
import { StaleNotice } from "./stale-notice.tsx";
import { type EditFormProps, useEdit } from "./use-edit.ts";

/** «Επεξεργασία ραντεβού»: what was typed, never the place. */
export function EditForm(props: EditFormProps) {
  const { appointment, office, day } = props;
  const t = useText();
  const { language } = useLanguage();
  const { form, errors, stale, changing, ...the } = useEdit(props);
  const queueName = useQueueNames(office.code, day, true);
  const repairs = useRepairs(form);
  const last = useQuery(appointmentHistoryQuery(appointment.office, appointment.id)).data?.events[0];
  const failure = changing.error && shownIn(saveFailureOf(changing.error));
  const problem = useProblem(failure, Object.keys(errors).length);
  return (
    <PanelFrame
      title={t("panel.edit-title")}
      backLabel={t("panel.back-to-view")}
      onBack={the.leave}
      onSave={the.save}
      onRepair={repairs.makeFirst}
      footer={
        <SaveFoot
          label={t(the.hasConflict ? "panel.save-mine" : "panel.save-changes")}
          isSaving={changing.isPending}
          problem={problem}
        />
      }
    >
      {last && <LastChange {...last} />}
      {the.isRestored && <DraftNote onClear={the.clear} />}
      {stale && (
        <StaleNotice
          stale={stale}
          by={stale.by ?? (last?.version === appointment.version ? last.by : null)}
          form={form}
          wording={{ t, language, office, queueName }}
          onSeen={the.see}
        />
      )}
      <PersonFields
        form={form}
        repairs={repairs}
        office={office.code}
        queueName={queueName}
        date={appointment.date}
        own={appointment}
      />
      <VisitFields form={form} office={office} />
      <SourceFields form={form} />
    </PanelFrame>
  );
}

/** A longer service may not fit where the appointment stands; what others changed has a place of its own. */
function shownIn(failure: SaveFailure): SaveFailure | null {
  if (failure.kind === "clash") return { kind: "refused", problem: failure.problem };
  return failure.kind === "stale" ? null : failure;
}

function LastChange({ at, by }: HistoryEvent) {
  const t = useText();
  const date = numericDate(at.slice(0, 10));
  return (
    <p className="hint">
      {by === null ? t("panel.last-change-online", { date }) : t("panel.last-change", { date, by })}
    </p>
  );
}
