import { useState } from "react";
import { useMe } from "../../../../kit/me.ts";
import { useLanguage, useText } from "../../../../kit/text.tsx";
import { draftKey } from "../form/draft.ts";
import { DraftNote } from "../form/draft-note.tsx";
import { PersonFields } from "../form/person-fields.tsx";
import { SourceFields } from "../form/source-fields.tsx";
import { useRepairs } from "../form/use-repairs.ts";
import { VisitFields } from "../form/visit-fields.tsx";
import { OfficeField } from "../frame/office-field.tsx";
import { PanelFrame } from "../frame/panel-frame.tsx";
import { saveFailureOf } from "../frame/save-failure.ts";
import { SaveFoot } from "../frame/save-foot.tsx";
import { useBackLabel } from "../frame/use-back-label.ts";
import { useProblem } from "../frame/use-problem.ts";
import { isGone } from "../times/gone.ts";
import { sentenceFor } from "../times/sentence-for.ts";
import { TimesField } from "../times/times.tsx";
import { useMarks } from "../times/use-marks.ts";
import { useQueueNames } from "../words/use-queue-names.ts";
import { useHandOver } from "./hand-over.ts";
import { markLabel } from "./mark-label.ts";
import { OtherDrafts } from "./other-drafts.tsx";
import { saveLabel } from "./save-label.ts";
import { type FormProps, type NewFormProps, useNewBooking } from "./use-new-booking.ts";

/** «Νέο ραντεβού»: made while the citizen is on the telephone. It begins empty; what was left before is offered in it. */
export function NewForm(props: NewFormProps) {
  const { office, walkIn } = props;
  const desk = draftKey(useMe().employee.id, walkIn ? `${office.code} walk-in` : office.code);
  const last = useHandOver();
  const [begun, setBegun] = useState({ round: 0, count: last.count, id: last.id });
  const open = (id: string | null) => setBegun({ round: begun.round + 1, count: last.count, id });
  const draftId = begun.count === last.count ? begun.id : last.id;
  return <Form key={`${begun.round} ${last.count}`} {...props} desk={desk} draftId={draftId} onOpen={open} />;
}

function Form({ onOpen, ...props }: FormProps & { onOpen: (draftId: string | null) => void }) {
  const t = useText();
  const { language } = useLanguage();
  const { form, office, service, times, timesState, now, booking, ...the } = useNewBooking(props);
  const isShown = office.code === props.office.code;
  const queueName = useQueueNames(office.code, props.day, isShown);
  const { selected } = times;
  const repairs = useRepairs(form);
  const backLabel = useBackLabel();
  // Its own booking stands there too, as soon as it is made.
  const isTaken = isShown && booking.isIdle && isGone(props.day, selected);
  useMarks(props.onMarks, {
    day: props.day,
    chosen: isShown ? selected : null,
    clash: isShown ? timesState.clash : null,
    isGone: isTaken,
    minutes: service?.minutes ?? 0,
    label: markLabel(the.draft),
  });
  const timeError = ["time", "queue", "date"].map((field) => the.errors[field]).find(Boolean) ?? null;
  const isTimeMissing = the.isRevealed && !selected;
  const failure = booking.error && saveFailureOf(booking.error);
  const problem = useProblem(failure, Object.keys(the.errors).length + (isTimeMissing ? 1 : 0));
  return (
    <PanelFrame
      title={t(props.walkIn ? "panel.walk-in-title" : "panel.new-title")}
      backLabel={backLabel}
      onBack={the.leave}
      onSave={the.save}
      onRepair={repairs.makeFirst}
      onTime={(index) => times.list[index] && the.chooseTime({ type: "chosen", slot: times.list[index] })}
      footer={
        <SaveFoot
          label={saveLabel(selected, { now, arrives: the.arrives, t, language })}
          isSaving={booking.isPending}
          problem={problem}
          sentence={sentenceFor(selected, timesState, { service, today: now.date, language: the.draft.language })}
          language={the.draft.language}
        />
      }
    >
      {the.isRestored && (
        <DraftNote
          onClear={() => {
            the.clear();
            onOpen(null);
          }}
        />
      )}
      <OtherDrafts desk={props.desk} except={the.id} today={now.date} onOpen={onOpen} />
      {!props.walkIn && <OfficeField office={office.code} offices={props.offices} onChange={the.chooseOffice} />}
      <TimesField
        title={t("panel.first-times")}
        times={times}
        state={timesState}
        dispatch={the.chooseTime}
        now={now}
        from={the.from}
        queueName={queueName}
        error={isTimeMissing ? t("panel.time-missing") : timeError}
        shownDate={isShown ? props.day.date : null}
        onShowDay={props.onPick}
        isAtCounter={props.walkIn !== null}
        isGone={isTaken}
      />
      <PersonFields
        form={form}
        repairs={repairs}
        office={office.code}
        queueName={queueName}
        date={selected?.date ?? null}
      />
      <VisitFields form={form} office={office} service={the.draft.service} />
      <SourceFields form={form} />
    </PanelFrame>
  );
}
