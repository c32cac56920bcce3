import { useId, useState } from "react";
import { useText } from "../../../../kit/text.tsx";
import type { Moment } from "../../../acts.ts";
import type { Appointment } from "../../../contract.ts";
import { isUrgent } from "../../../place/urgent.ts";
import type { Slot } from "../../plan-marks.ts";

interface CallLaterChoice {
  /** The old or the new time is near, and there is a telephone */
  readonly isOffered: boolean;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

/** Who is expected within hours is called, unless the clerk is speaking with them. */
export function useCallLater(appointment: Appointment, target: Slot | null, now: Moment): CallLaterChoice {
  const [isChecked, onChange] = useState(true);
  const isNear = isUrgent(appointment, now) || (target !== null && isUrgent(target, now));
  return { isOffered: appointment.phone !== null && isNear, isChecked, onChange };
}

/** An e-mail alone would come too late: others call, unless the clerk tells it now. */
export function CallLater({ choice: { isOffered, isChecked, onChange } }: { choice: CallLaterChoice }) {
  const t = useText();
  const hintId = useId();
  if (!isOffered) return null;
  return (
    <div>
      <label className="check">
        <input
          type="checkbox"
          aria-describedby={hintId}
          checked={isChecked}
          onChange={(event) => onChange(event.target.checked)}
        />
        {t("panel.call-later")}
      </label>
      <p className="hint" id={hintId}>
        {t("panel.call-later-hint")}
      </p>
    </div>
  );
}
