import { useState } from "react";
import { useLanguage, useText } from "../../../../kit/text.tsx";
import { spokenIn } from "../../../../text/languages.ts";
import { MoreFields } from "../form/more-fields.tsx";
import { PartyChoice } from "../form/party-choice.tsx";
import { PersonFields } from "../form/person-fields.tsx";
import { useRepairs } from "../form/use-repairs.ts";
import { OfficeField } from "../frame/office-field.tsx";
import { PanelFrame } from "../frame/panel-frame.tsx";
import { SaveFoot } from "../frame/save-foot.tsx";
import { useBackLabel } from "../frame/use-back-label.ts";
import { sentenceFor } from "../times/sentence-for.ts";
import { TimesField } from "../times/times.tsx";
import { useMarks } from "../times/use-marks.ts";
import { termsOfVisit } from "../together/visit-in-form.ts";
import { ServiceChoice } from "../which-service/service-choice.tsx";
import { useQueueNames } from "../words/use-queue-names.ts";
import { useBookingsKey } from "./booking-drafts.ts";
import { useHandOver } from "./hand-over.ts";
import { markLabel } from "./mark-label.ts";
import { DraftNote, OtherDrafts } from "./other-drafts.tsx";
import { saveLabel } from "./save-label.ts";
import { type FormProps, type NewFormProps, useNewBooking } from "./use-new-booking.ts";

/** «Νέο ραντεβού»: made while the citizen is on the telephone. It begins empty; what was left before is offered in it. */
export function NewForm(props: NewFormProps) {
  const { office, walkIn } = props;
  const bookings = useBookingsKey(office.code, walkIn !== null);
  const last = useHandOver();
  const [begun, setBegun] = useState({ round: 0, count: last.count, id: last.id });
  const open = (id: string | null) => setBegun({ round: begun.round + 1, count: last.count, id });
  const draftId = begun.count === last.count ? begun.id : last.id;
  return <Form key={`${begun.round} ${last.count}`} {...props} bookings={bookings} draftId={draftId} onOpen={open} />;
}

function Form({ onOpen, ...props }: FormProps & { onOpen: (draftId: string | null) => void }) {
  const t = useText();
  const { language } = useLanguage();
  const booking = useNewBooking(props);
  const { form, draft, office, service, times } = booking;
  const { state } = times;
  const { now } = times.terms;
  const isShown = office.code === props.office.code;
  const queueName = useQueueNames(office.code, props.day, isShown);
  const { selected } = times;
  const repairs = useRepairs(form);
  const backLabel = useBackLabel();
  useMarks(props.onMarks, {
    day: props.day,
    chosen: isShown ? selected : null,
    clash: isShown ? state.clash : null,
    gone: isShown ? state.gone : null,
    minutes: times.terms.minutes,
    label: markLabel(draft, t),
  });
  const timeError = ["time", "queue", "date"].map((field) => form.errors[field]).find(Boolean) ?? null;
  const isTimeMissing = form.isTried && !selected && form.values.service !== "";
  const count = Object.keys(form.errors).length + 1;
  const problem = isTimeMissing ? t("shell.faultyFields", { count }) : form.problem;
  return (
    <PanelFrame
      title={t(props.walkIn ? "plan.walk-in-title" : "plan.new-title")}
      backLabel={backLabel}
      aside={<PartyChoice form={form} />}
      onBack={booking.leave}
      form={form}
      onSave={booking.save}
      onRepair={repairs.makeFirst}
      onTime={(index) => times.list[index] && times.dispatch({ type: "chosen", slot: times.list[index] })}
      footer={
        <SaveFoot
          label={saveLabel(selected, { now, arrives: booking.arrives, t, language })}
          isSaving={form.isSaving}
          problem={problem}
          sentence={sentenceFor(selected, state, {
            visit: service && termsOfVisit(office, booking.visit),
            today: now.date,
            language: spokenIn(draft.language),
          })}
          language={spokenIn(draft.language)}
        />
      }
    >
      {booking.isRestored && (
        <DraftNote
          onClear={() => {
            form.discard();
            onOpen(null);
          }}
        />
      )}
      <OtherDrafts bookings={props.bookings} except={booking.id} today={now.date} onOpen={onOpen} />
      {!props.walkIn && (
        <OfficeField office={office.code} offices={props.offices} onChange={(code) => form.change("office", code)} />
      )}
      <ServiceChoice
        key={booking.sought}
        office={office}
        value={draft.service}
        error={form.errors.service}
        isPreset={!booking.isServiceChosen && !("service" in form.texts) && draft.service !== ""}
        sought={booking.sought}
        isFirst={!booking.isServiceChosen}
        onChoose={(code) => form.change("service", code)}
        onDone={booking.goOn}
      />
      <TimesField
        title={t("panel.first-times")}
        times={times}
        queueName={queueName}
        error={isTimeMissing ? t("panel.time-missing") : timeError}
        shownDate={isShown ? props.day.date : null}
        onShowDay={props.onPick}
      />
      <PersonFields
        form={form}
        repairs={repairs}
        office={office}
        queueName={queueName}
        date={selected?.date ?? null}
        isNameOptional={booking.arrives}
        isFirst={booking.isServiceChosen}
      />
      <MoreFields form={form} office={office} />
    </PanelFrame>
  );
}
