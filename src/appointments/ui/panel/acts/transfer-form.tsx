import { type ReactNode, useReducer, useState } from "react";
import { formatPhone } from "../../../../kit/dates.ts";
import { useLanguage, useText } from "../../../../kit/text.tsx";
import type { Office } from "../../../../offices/contract.ts";
import type { Appointment } from "../../../contract.ts";
import { fullName } from "../../person.ts";
import { focusFirstFault } from "../frame/focus-first-fault.ts";
import { PanelFrame } from "../frame/panel-frame.tsx";
import type { PanelProps } from "../frame/panel-props.ts";
import { saveFailureOf } from "../frame/save-failure.ts";
import { SaveFoot } from "../frame/save-foot.tsx";
import { sentenceFor } from "../times/sentence-for.ts";
import { TimesField } from "../times/times.tsx";
import { initialTimes, nextTimes } from "../times/times-state.ts";
import { useTimes } from "../times/use-times.ts";
import { useQueueNames } from "../words/use-queue-names.ts";
import { whenPhrase } from "../words/when.ts";
import { useTransfer } from "./use-transfer.ts";

interface TransferFormProps extends Pick<PanelProps, "day" | "onClose" | "onPick" | "toast"> {
  readonly appointment: Appointment;
  /** The ΚΕΠ that is to have it */
  readonly to: Office;
  readonly chooseOffice: ReactNode;
  readonly onBack: () => void;
}

/** Μεταφορά σε γειτονικό ΚΕΠ: another of one's own offices has room, by its own times and minutes. */
export function TransferForm({
  appointment,
  to,
  chooseOffice,
  day,
  toast,
  onClose,
  onPick,
  onBack,
}: TransferFormProps) {
  const t = useText();
  const { language } = useLanguage();
  const [now] = useState(day.now);
  const [isTried, setIsTried] = useState(false);
  const [state, dispatch] = useReducer(nextTimes, null, initialTimes);
  const { channel, phone } = appointment;
  const service = to.services.find(({ code }) => code === appointment.service);
  const times = useTimes(
    { office: to.code, service: appointment.service, channel, leadMinutes: to.leadMinutes, now, from: now.date },
    state,
  );
  const queueName = useQueueNames(to.code, day, false);
  const selected = service ? times.selected : null;
  const transferring = useTransfer({
    appointment,
    to,
    now,
    toast,
    onTransferred: onClose,
    onClash: (clash) => dispatch({ type: "lost", clash }),
  });
  const save = () => {
    if (transferring.isPending || transferring.isSuccess) return;
    setIsTried(true);
    if (selected) transferring.mutate(selected);
    else focusFirstFault();
  };
  const isTimeMissing = isTried && !selected;
  const when = selected && whenPhrase(selected, now.date, language);
  return (
    <PanelFrame
      title={t("panel.move-title")}
      backLabel={t("panel.back-to-view")}
      onBack={onBack}
      onSave={save}
      onTime={(index) => times.list[index] && dispatch({ type: "chosen", slot: times.list[index] })}
      footer={
        <SaveFoot
          label={when ? t("panel.save-transfer", { office: to.name, when }) : t("panel.move-choose")}
          isSaving={transferring.isPending}
          failure={transferring.error && saveFailureOf(transferring.error)}
          errorCount={isTimeMissing ? 1 : undefined}
          sentence={selected && sentenceFor(selected, state, service, now.date, appointment.language)}
          language={appointment.language}
        />
      }
    >
      <p className="view__person">
        <b>{fullName(appointment, t)}</b>
        {phone && <span>{formatPhone(phone)}</span>}
      </p>
      {chooseOffice}
      {service ? (
        <>
          <p className="hint">{t("panel.transfer-hint")}</p>
          <TimesField
            title={t("panel.new-times")}
            times={times}
            state={state}
            dispatch={dispatch}
            now={now}
            from={now.date}
            queueName={queueName}
            error={isTimeMissing ? t("panel.move-choose") : null}
            shownDate={null}
            onShowDay={onPick}
          />
        </>
      ) : (
        <p className="note note--warn" role="status">
          {t("panel.transfer-not-offered", { office: to.name })}
        </p>
      )}
    </PanelFrame>
  );
}
