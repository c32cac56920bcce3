import { placed } from "../../../kit/place-style.ts";
import { useText } from "../../../kit/text.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import { inWordsOf } from "../../../text/text.ts";
import { AppointmentCard } from "./appointment-card.tsx";
import { FreeSlot } from "./free-slot.tsx";
import type { PlanCellProps } from "./plan-cell-props.ts";
import type { ClosedTime, OffReason } from "./plan-layout.ts";

/** One stretch of a queue's day, whatever it is. */
export function PlanCell(props: PlanCellProps) {
  const { cell, range, isEarlier } = props;
  const place = { style: placed(cell, range), isEarlier };
  switch (cell.kind) {
    case "appointment":
      return <AppointmentCard {...props} appointment={cell.appointment} />;
    case "free":
      return <FreeSlot {...props} time={cell.time} />;
    case "past":
      return <PastSlot {...place} time={cell.time} isRunning={cell.isRunning} />;
    case "closed":
      return <ClosedPart {...place} closed={cell.closed} isNamed={cell.isNamed} />;
    case "off":
      return <OffPart {...place} reason={cell.reason} />;
  }
}

interface Place {
  readonly style: ReturnType<typeof placed>;
  readonly isEarlier: boolean;
}

function PastSlot({ style, isEarlier, time, isRunning }: Place & { time: string; isRunning: boolean }) {
  const t = useText();
  return (
    <li className={classes("plan-place past", isEarlier && "is-earlier")} style={style}>
      {t(isRunning ? "plan.slotRunning" : "plan.slotPast", { time })}
    </li>
  );
}

function ClosedPart({ style, isEarlier, closed, isNamed }: Place & { closed: ClosedTime; isNamed: boolean }) {
  const t = useText();
  const hours = closed.from === "00:00" && closed.to === "24:00" ? "" : ` ${closed.from}–${closed.to}`;
  return (
    <li
      className={classes("plan-place closed", isEarlier && "is-earlier", !isNamed && "is-unnamed")}
      style={style}
      aria-hidden={isNamed ? undefined : true}
    >
      {isNamed && (
        <div>
          <b>
            {t(`plan.${closed.kind}`)}
            {hours}
          </b>{" "}
          {inWordsOf(t, closed.reason, closed.reasonEn)}
        </div>
      )}
    </li>
  );
}

function OffPart({ style, isEarlier, reason }: Place & { reason: OffReason }) {
  const t = useText();
  return (
    <li
      className={classes("plan-place off-hours", isEarlier && "is-earlier", !reason && "is-unnamed")}
      style={style}
      aria-hidden={reason ? undefined : true}
    >
      {reason && <span>{wordsFor(reason)}</span>}
    </li>
  );

  function wordsFor(why: NonNullable<OffReason>): string {
    switch (why.where) {
      case "before":
        return t("plan.offBefore", { time: why.time });
      case "after":
        return t("plan.offAfter", { time: why.time });
      case "between":
        return t("plan.offBetween", { from: why.from, to: why.to });
      case "all-day":
        return t("plan.offAllDay");
      case "inactive":
        return t("plan.offInactive");
    }
  }
}
