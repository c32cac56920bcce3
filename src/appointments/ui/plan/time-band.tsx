import { placed, variables } from "../../../kit/place-style.ts";
import { useText } from "../../../kit/text.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import { isOver } from "../../statuses.ts";
import type { Cell, PlanLayout, QueueColumn } from "./plan-layout.ts";

/** The queue's whole day on one line. */
export function TimeBand({
  column: { queue, cells, appointments },
  layout: { range, now },
}: {
  column: QueueColumn;
  layout: PlanLayout;
}) {
  const t = useText();
  const free = t("plan.bandFree", { count: queue.free.length });
  return (
    <div
      className="time-band"
      role="img"
      aria-label={t("plan.band", { appointments, free })}
      style={variables({ "--of": range.to - range.from })}
    >
      {cells.filter(isDrawn).map((cell) => (
        <span key={cell.from} className={classes(bandClass(cell))} style={placed(cell, range)} />
      ))}
      {now !== null && <span className="is-now" style={variables({ "--s": now - range.from })} />}
    </div>
  );
}

const isDrawn = ({ kind }: Cell): boolean => kind === "appointment" || kind === "closed" || kind === "off";

function bandClass(cell: Cell): string {
  if (cell.kind !== "appointment") return "is-closed";
  return isOver(cell.appointment.status) ? "is-done" : "is-booked";
}
