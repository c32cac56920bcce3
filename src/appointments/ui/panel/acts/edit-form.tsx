import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { numericDate } from "../../../../kit/dates.ts";
import { FoundNote } from "../../../../kit/form/found-note.tsx";
import { useLanguage, useText } from "../../../../kit/text.tsx";
import { appointmentHistoryQuery } from "../../queries.ts";
import { MoreFields } from "../form/more-fields.tsx";
import { PartyChoice } from "../form/party-choice.tsx";
import { PersonFields } from "../form/person-fields.tsx";
import { useRepairs } from "../form/use-repairs.ts";
import { PanelFrame } from "../frame/panel-frame.tsx";
import { SaveFoot } from "../frame/save-foot.tsx";
import { ServiceChoice } from "../which-service/service-choice.tsx";
import { type HistoryEvent, isErasure } from "../words/history-words.ts";
import { useQueueNames } from "../words/use-queue-names.ts";
import { StaleNotice } from "./stale-notice.tsx";
import { type EditFormProps, useEdit } from "./use-edit.ts";

/** «Επεξεργασία ραντεβού»: what was typed, never the place. */
export function EditForm(props: EditFormProps) {
  const { appointment, office, day } = props;
  const t = useText();
  const { language } = useLanguage();
  const { form, save, leave } = useEdit(props);
  const queueName = useQueueNames(office.code, day, true);
  const repairs = useRepairs(form);
  const last = useLastChange(props);
  return (
    <PanelFrame
      title={t("panel.edit-title")}
      backLabel={t("panel.back-to-view")}
      aside={<PartyChoice form={form} />}
      onBack={leave}
      form={form}
      onSave={save}
      onRepair={repairs.makeFirst}
      footer={
        <SaveFoot
          label={t(form.overtaken.length > 0 ? "panel.save-mine" : "panel.save-changes")}
          isSaving={form.isSaving}
          problem={form.problem}
        />
      }
    >
      {last && <LastChange {...last} />}
      <FoundNote form={form} />
      <StaleNotice
        form={form}
        by={last?.version === appointment.version ? last.by : null}
        wording={{ t, language, office, queueName }}
      />
      <PersonFields
        form={form}
        repairs={repairs}
        office={office}
        queueName={queueName}
        date={appointment.date}
        own={appointment}
      />
      <ServiceChoice
        office={office}
        value={form.values.service ?? ""}
        error={form.errors.service}
        onChoose={(code) => form.change("service", code)}
      />
      <MoreFields form={form} office={office} />
    </PanelFrame>
  );
}

/** Asked for anew when somebody else has changed it: the notice names the author. */
function useLastChange({ appointment: { office, id, version } }: EditFormProps): HistoryEvent | undefined {
  const query = appointmentHistoryQuery(office, id);
  const key = [...query.queryKey, String(version)];
  return useQuery({ ...query, queryKey: key, placeholderData: keepPreviousData }).data?.events[0];
}

function LastChange(event: HistoryEvent) {
  const t = useText();
  const date = numericDate(event.at.slice(0, 10));
  if (event.by !== null) return <p className="hint">{t("panel.last-change", { date, by: event.by })}</p>;
  return (
    <p className="hint">{t(isErasure(event) ? "panel.last-change-erasure" : "panel.last-change-online", { date })}</p>
  );
}
