import { dayOfMonth, timeOf } from "../../../kit/dates.ts";
import { useText } from "../../../kit/text.tsx";
import type { Appointment } from "../../contract.ts";
import { StatusGlyph } from "../status-glyph.tsx";

/** The status in words, and since when where that matters at the counter. */
export function StatusCell({ appointment: { status, statusAt } }: { appointment: Appointment }) {
  const t = useText();
  const since = () => {
    if (status === "cancelled") return `${dayOfMonth(statusAt.slice(0, 10))}, ${timeOf(statusAt)}`;
    return status === "arrived" || status === "in-service" ? timeOf(statusAt) : null;
  };
  return (
    <>
      <StatusGlyph status={status} /> <b>{t(`plan.status-${status}`)}</b> <small>{since()}</small>
    </>
  );
}
