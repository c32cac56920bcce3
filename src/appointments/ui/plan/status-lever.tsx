import { useText } from "../../../kit/text.tsx";
import type { Moment, Step } from "../../acts.ts";
import type { Appointment } from "../../contract.ts";
import { fullName } from "../../person.ts";
import { actsOn } from "../acts/next-acts.ts";
import { useProgress } from "../acts/use-progress.ts";
import { StatusGlyph } from "../status-glyph.tsx";

interface StatusLeverProps {
  readonly appointment: Appointment;
  readonly now: Moment;
  readonly isTabStop: boolean;
}

/** The way of a visit that goes as it should */
const ONWARD: ReadonlySet<Step> = new Set(["arrival", "service-start", "completion"]);

/** The glyph of the status, which moves the visit on by one step: «Προσήλθε», «Έναρξη», «Ολοκλήρωση». */
export function StatusLever({ appointment, now, isTabStop }: StatusLeverProps) {
  const t = useText();
  const progress = useProgress();
  const step = actsOn(appointment, now).steps.find((each) => ONWARD.has(each));
  const glyph = <StatusGlyph status={appointment.status} />;
  if (!step || appointment.date !== now.date) return <span className="lever">{glyph}</span>;
  const label = t("plan.actFor", {
    act: t(`plan.act-${step}`),
    name: fullName(appointment, t),
    time: appointment.time,
  });
  return (
    <button
      type="button"
      className="lever"
      tabIndex={isTabStop ? 0 : -1}
      aria-label={label}
      title={label}
      aria-disabled={progress.pendingOn !== null}
      onClick={() => progress.pendingOn || progress.take({ appointment, step })}
    >
      {glyph}
    </button>
  );
}
