import { type ReactNode, useReducer, useState } from "react";
import { formatPhone } from "../../../../kit/dates.ts";
import { useLanguage, useText } from "../../../../kit/text.tsx";
import type { Appointment } from "../../../contract.ts";
import { hindrance } from "../../../hindrance.ts";
import { fullName } from "../../person.ts";
import type { Slot } from "../../plan-marks.ts";
import { serviceOf } from "../../service-of.ts";
import { focusFirstFault } from "../frame/focus-first-fault.ts";
import { OfficeField, useChosenOffice } from "../frame/office-field.tsx";
import { PanelFrame } from "../frame/panel-frame.tsx";
import type { PanelProps } from "../frame/panel-props.ts";
import { saveFailureOf } from "../frame/save-failure.ts";
import { SaveFoot } from "../frame/save-foot.tsx";
import { isSame } from "../times/place.ts";
import { sentenceFor } from "../times/sentence-for.ts";
import { TimesField } from "../times/times.tsx";
import { initialTimes, nextTimes } from "../times/times-state.ts";
import { useClickedSlot } from "../times/use-clicked-slot.ts";
import { useMarks } from "../times/use-marks.ts";
import { useTimes } from "../times/use-times.ts";
import { useQueueNames } from "../words/use-queue-names.ts";
import { whenPhrase } from "../words/when.ts";
import { TransferForm } from "./transfer-form.tsx";
import { useMove } from "./use-move.ts";

interface MoveFormProps extends Omit<PanelProps, "target"> {
  readonly appointment: Appointment;
  readonly slot: Slot | null;
  readonly onBack: () => void;
}

/** «Μεταφορά»: to another time here, or to another of one's own offices. */
export function MoveForm(props: MoveFormProps) {
  const { office, offices, appointment } = props;
  const [code, setCode] = useState(office.code);
  const chosen = useChosenOffice(code, office);
  // Whoever has come is served here.
  const mayLeave = hindrance("transfer", appointment, props.day.now) === null;
  const chooseOffice = mayLeave && <OfficeField office={code} offices={offices} onChange={setCode} />;
  return chosen.code === office.code ? (
    <MoveHere {...props} chooseOffice={chooseOffice} />
  ) : (
    <TransferForm key={chosen.code} {...props} to={chosen} chooseOffice={chooseOffice} />
  );
}

interface MoveHereProps extends MoveFormProps {
  readonly chooseOffice: ReactNode;
}

/** The present time first, then the free ones. */
function MoveHere({
  appointment,
  office,
  day,
  slot,
  onBack,
  onClose,
  onMarks,
  onPick,
  toast,
  chooseOffice,
}: MoveHereProps) {
  const t = useText();
  const { language } = useLanguage();
  const [now] = useState(day.now);
  const [isTried, setIsTried] = useState(false);
  const [state, dispatch] = useReducer(nextTimes, slot, initialTimes);
  useClickedSlot(slot, dispatch);
  const present = { date: appointment.date, time: appointment.time, queue: appointment.queue };
  const [opened] = useState(present);
  const { service, channel, phone } = appointment;
  const times = useTimes(
    { office: office.code, service, channel, leadMinutes: office.leadMinutes, now, from: now.date, present },
    state,
  );
  const queueName = useQueueNames(office.code, day, true);
  const { selected } = times;
  const known = serviceOf(office, service);
  const target = selected && !isSame(selected, present) ? selected : null;
  const name = fullName(appointment, t);
  useMarks(onMarks, {
    day,
    chosen: target,
    clash: state.clash,
    minutes: known?.minutes ?? appointment.minutes,
    label: name,
  });
  const moving = useMove({
    appointment,
    now,
    toast,
    onMoved: onClose,
    onClash: (clash) => dispatch({ type: "lost", clash }),
  });
  const save = () => {
    if (moving.isPending || moving.isSuccess) return;
    setIsTried(true);
    if (target) moving.mutate(target);
    else focusFirstFault();
  };
  const isTimeMissing = isTried && !target;
  return (
    <PanelFrame
      title={t("panel.move-title")}
      backLabel={t("panel.back-to-view")}
      onBack={onBack}
      onSave={save}
      onTime={(index) => times.list[index] && dispatch({ type: "chosen", slot: times.list[index] })}
      footer={
        <SaveFoot
          label={
            target ? t("panel.save-move", { when: whenPhrase(target, now.date, language) }) : t("panel.move-choose")
          }
          isSaving={moving.isPending}
          failure={moving.error && saveFailureOf(moving.error)}
          errorCount={isTimeMissing ? 1 : undefined}
          sentence={target && sentenceFor(target, state, known, now.date, appointment.language)}
          language={appointment.language}
        />
      }
    >
      <p className="view__person">
        <b>{name}</b>
        {phone && <span>{formatPhone(phone)}</span>}
      </p>
      {!isSame(opened, present) && (
        <p className="note note--warn" role="status">
          {t("panel.stale-moved", { when: whenPhrase(present, now.date, language), queue: queueName(present.queue) })}
        </p>
      )}
      {chooseOffice}
      <TimesField
        title={t("panel.new-times")}
        times={times}
        state={state}
        dispatch={dispatch}
        now={now}
        from={now.date}
        queueName={queueName}
        error={isTimeMissing ? t("panel.move-choose") : null}
        present={present}
        shownDate={day.date}
        onShowDay={onPick}
        isFocused
      />
    </PanelFrame>
  );
}
