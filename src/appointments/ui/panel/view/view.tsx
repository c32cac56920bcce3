import { weekdayAndDate } from "../../../../kit/dates.ts";
import { Space, useLanguage, useText } from "../../../../kit/text.tsx";
import { Icon } from "../../../../kit/ui/icon.tsx";
import { DaysLeft } from "../../../../retention/ui/days-left.tsx";
import type { Appointment } from "../../../contract.ts";
import { called } from "../../../person.ts";
import { isToCome } from "../../../statuses.ts";
import { actsOn } from "../../acts/next-acts.ts";
import { InVainOf } from "../../in-vain/in-vain-of.tsx";
import { MailsOf } from "../../mails/mails-of.tsx";
import { PanelFrame } from "../frame/panel-frame.tsx";
import type { PanelProps } from "../frame/panel-props.ts";
import { useBackLabel } from "../frame/use-back-label.ts";
import { useQueueNames } from "../words/use-queue-names.ts";
import { AppointmentActs } from "./appointment-acts.tsx";
import { AppointmentFacts } from "./facts.tsx";
import { HistoryOf } from "./history.tsx";
import { NeedsOf } from "./needs.tsx";
import { NumberPrints } from "./number-prints.tsx";
import { SlipLink } from "./slip-link.tsx";

interface ViewProps extends Omit<PanelProps, "target"> {
  readonly appointment: Appointment;
  readonly isHistoryOpen: boolean;
  /** It was being changed when that became impossible */
  readonly isLeftOpen: boolean;
}

/** All that is known of an appointment, and what can be done with it now. */
export function View({ appointment, office, day, isHistoryOpen, isLeftOpen, onClose }: ViewProps) {
  const t = useText();
  const { language } = useLanguage();
  const queueName = useQueueNames(office.code, day, true);
  const backLabel = useBackLabel();
  const { first, rest } = called(appointment, t);
  const { date, anonymizedAt } = appointment;
  const wording = { t, language, office, queueName };
  return (
    <PanelFrame
      title={t("panel.view-title", { time: appointment.time })}
      backLabel={backLabel}
      onBack={onClose}
      footer={
        isToCome(appointment.status) && (
          <>
            {appointment.status === "arrived" && <NumberPrints appointment={appointment} />}
            <SlipLink appointment={appointment} />
          </>
        )
      }
    >
      <p className="view__person">
        <b>{first}</b> {rest}
        <Space />
        <span>{weekdayAndDate(date, language)}</span>
      </p>
      {appointment.status === "cancelled" && anonymizedAt === null && <Cancelled appointment={appointment} />}
      {isLeftOpen && <p className="note note--warn">{t("panel.stale-closed")}</p>}
      <AppointmentActs appointment={appointment} now={day.now} />
      {actsOn(appointment, day.now).mayBeInVain && (
        <InVainOf key={appointment.id} office={office} appointment={appointment} />
      )}
      {anonymizedAt === null && <MailsOf appointment={appointment} now={day.now} />}
      <NeedsOf appointment={appointment} day={day} wording={wording} />
      <AppointmentFacts appointment={appointment} wording={wording} />
      <DaysLeft office={office.code} date={date} anonymizedAt={anonymizedAt} />
      <HistoryOf key={String(isHistoryOpen)} appointment={appointment} wording={wording} isAskedFor={isHistoryOpen} />
    </PanelFrame>
  );
}

function Cancelled({ appointment: { cancellationReason, transferredTo } }: { appointment: Appointment }) {
  const t = useText();
  const sentence = () => {
    if (transferredTo) return t("panel.went-to", { office: transferredTo });
    return cancellationReason
      ? t("panel.cancelled-because", { reason: cancellationReason })
      : t("panel.cancelled-no-reason");
  };
  return (
    <p className="note note--warn">
      <Icon name="info" /> {sentence()}
    </p>
  );
}
