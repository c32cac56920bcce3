import { placed } from "../../../kit/place-style.ts";
import { useText } from "../../../kit/text.tsx";
import { AppointmentCard } from "./appointment-card.tsx";
import { FreeSlot } from "./free-slot.tsx";
import type { PlanCellProps } from "./plan-cell-props.ts";
import type { ClosedTime, OffReason } from "./plan-layout.ts";

/** One stretch of a queue's day, whatever it is. */
export function PlanCell(props: PlanCellProps) {
  const { cell, range } = props;
  const style = placed(cell, range);
  switch (cell.kind) {
    case "appointment":
      return <AppointmentCard {...props} appointment={cell.appointment} />;
    case "free":
      return <FreeSlot {...props} time={cell.time} />;
    case "past":
      return <PastSlot style={style} time={cell.time} isRunning={cell.isRunning} />;
    case "closed":
      return <ClosedPart style={style} closed={cell.closed} isNamed={cell.isNamed} />;
    case "off":
      return <OffPart style={style} reason={cell.reason} />;
  }
}

type Style = ReturnType<typeof placed>;

function PastSlot({ style, time, isRunning }: { style: Style; time: string; isRunning: boolean }) {
  const t = useText();
  return (
    <li className="plan-place past" style={style}>
      {t(isRunning ? "plan.slotRunning" : "plan.slotPast", { time })}
    </li>
  );
}

function ClosedPart({ style, closed, isNamed }: { style: Style; closed: ClosedTime; isNamed: boolean }) {
  const t = useText();
  const hours = closed.from === "00:00" && closed.to === "24:00" ? "" : ` ${closed.from}–${closed.to}`;
  return (
    <li className="plan-place closed" style={style} aria-hidden={isNamed ? undefined : true}>
      {isNamed && (
        <div>
          <b>
            {t(`plan.${closed.kind}`)}
            {hours}
          </b>{" "}
          {closed.reason}
        </div>
      )}
    </li>
  );
}

function OffPart({ style, reason }: { style: Style; reason: OffReason }) {
  const t = useText();
  return (
    <li className="plan-place off-hours" style={style} aria-hidden={reason ? undefined : true}>
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
