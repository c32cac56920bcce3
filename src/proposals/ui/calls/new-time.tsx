import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useMove } from "../../../appointments/ui/panel/acts/use-move.ts";
import { SaveFoot } from "../../../appointments/ui/panel/frame/save-foot.tsx";
import { nearItsTime } from "../../../appointments/ui/panel/times/first-times.ts";
import { TimesField } from "../../../appointments/ui/panel/times/times.tsx";
import { useTimes } from "../../../appointments/ui/panel/times/use-times.ts";
import { whenPhrase } from "../../../appointments/ui/panel/words/when.ts";
import type { Slot } from "../../../appointments/ui/plan-marks.ts";
import { officeQuery } from "../../../appointments/ui/queries.ts";
import { likelyNow } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import type { ListedCall } from "../../contract.ts";
import { useQueueName } from "../queries.ts";
import "../../../appointments/ui/panel/panel-times.css";

interface NewTimeProps {
  readonly appointment: ListedCall["appointment"];
  /** The time that is offered on the telephone */
  readonly onOffer: (place: Slot | null) => void;
  readonly onMoved: () => void;
}

/** «Νέα ώρα», while the citizen is on the telephone: the same free times as in the form of a move. */
export function NewTime(props: NewTimeProps) {
  const office = useQuery(officeQuery(props.appointment.office)).data;
  return office ? <Choice {...props} office={office} /> : null;
}

type ChoiceProps = NewTimeProps & { readonly office: Parameters<typeof useMove>[0]["to"] };

function Choice({ appointment, office, onOffer, onMoved }: ChoiceProps) {
  const t = useText();
  const { language } = useLanguage();
  const toast = useToasts();
  const queueName = useQueueName(office.code);
  const [now] = useState(likelyNow);
  const { service, channel, minutes } = appointment;
  const terms = { office: office.code, service, channel, minutes, leadMinutes: office.leadMinutes };
  const times = useTimes({ ...terms, now, ...nearItsTime(appointment, now) }, null, { place: null, clicked: null });
  const { selected } = times;
  const form = useMove({ appointment, to: office, place: selected, now, toast, times, onMoved });
  const offered = JSON.stringify(selected);
  // The sentence to read stands elsewhere on the page.
  useEffect(() => {
    onOffer(JSON.parse(offered));
    return () => onOffer(null);
  }, [onOffer, offered]);
  const label = selected
    ? t("rules.calls-move", { when: whenPhrase(selected, now.date, language) })
    : t("field.new-time-required");
  return (
    <form
      ref={form.ref}
      className="call__new"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <TimesField
        title={t("rules.calls-new-time")}
        times={times}
        queueName={queueName}
        error={form.errors.time ?? null}
        shownDate={null}
        onShowDay={() => {}}
      />
      <div className="call__move">
        <SaveFoot label={label} isSaving={form.isSaving} problem={form.problem} isInRow />
      </div>
    </form>
  );
}
