import { NewForm } from "./booking/new-form.tsx";
import type { PanelProps } from "./frame/panel-props.ts";
import { OfAppointment } from "./of-appointment.tsx";
import "../../../text/beside.ts";
import "./panel.css";
import "./panel-times.css";

/** Beside the plan: a new appointment, or one that exists. */
export function AppointmentPanel({ target, ...props }: PanelProps) {
  if (target.mode === "new") return <NewForm {...props} {...target} />;
  return <OfAppointment {...props} id={target.id} intent={target.intent} slot={target.slot} />;
}
