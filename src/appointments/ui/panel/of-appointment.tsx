import { useQuery } from "@tanstack/react-query";
import { useText } from "../../../kit/text.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import { actsOn } from "../acts/next-acts.ts";
import type { Slot } from "../plan-marks.ts";
import { appointmentQuery } from "../queries.ts";
import { useDayNavigation } from "../use-day-navigation.ts";
import { CancelDialog } from "./acts/cancel-dialog.tsx";
import { EditForm } from "./acts/edit-form.tsx";
import { MoveForm } from "./acts/move-form.tsx";
import { PanelFrame } from "./frame/panel-frame.tsx";
import type { PanelIntent, PanelProps } from "./frame/panel-props.ts";
import { useBackLabel } from "./frame/use-back-label.ts";
import { View } from "./view/view.tsx";

interface OfAppointmentProps extends Omit<PanelProps, "target"> {
  readonly id: string;
  readonly intent: PanelIntent;
  readonly slot: Slot | null;
}

/** One appointment: to look at, or within one of the acts on it. The address says which, so that the plan knows it too. */
export function OfAppointment({ id, intent, slot, ...props }: OfAppointmentProps) {
  const t = useText();
  const backLabel = useBackLabel();
  const { openAppointment } = useDayNavigation();
  const known = props.day.appointments.find((appointment) => appointment.id === id);
  const query = useQuery({ ...appointmentQuery(props.office.code, id), placeholderData: known });
  // The plan's day may hear of a change before.
  const appointment = known && query.data && known.version > query.data.version ? known : query.data;
  if (!appointment) {
    return (
      <PanelFrame title={t("panel.title")} backLabel={backLabel} onBack={props.onClose}>
        {query.isError ? (
          <LoadFailed error={query.error} title={t("panel.not-loaded")} onRetry={() => query.refetch()} />
        ) : (
          <p role="status">{t("shell.loading")}</p>
        )}
      </PanelFrame>
    );
  }
  const { mayEdit, mayMove, mayCancel } = actsOn(appointment, props.day.now);
  const back = () => openAppointment(id);
  if (intent === "edit" && mayEdit) return <EditForm {...props} appointment={appointment} onBack={back} />;
  if (intent === "move" && mayMove) return <MoveForm {...props} appointment={appointment} slot={slot} onBack={back} />;
  return (
    <>
      <View {...props} appointment={appointment} isHistoryOpen={intent === "history"} isLeftOpen={intent === "edit"} />
      {intent === "cancel" && mayCancel && <CancelDialog {...props} appointment={appointment} onBack={back} />}
    </>
  );
}
