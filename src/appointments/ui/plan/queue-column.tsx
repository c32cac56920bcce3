import { minuteOf } from "../../../kit/dates.ts";
import { variables } from "../../../kit/place-style.ts";
import { useText } from "../../../kit/text.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import { Icon } from "../../../kit/ui/icon.tsx";
import type { Office } from "../../../offices/contract.ts";
import type { Step } from "../../acts.ts";
import type { CellPlace } from "../cell-focus.ts";
import { isSamePlace, type PlanMarks } from "../plan-marks.ts";
import { PlanCell } from "./plan-cell.tsx";
import { type PlanLayout, type QueueColumn, uncovered } from "./plan-layout.ts";
import { PlanMark } from "./plan-mark.tsx";
import { QueueHead } from "./queue-head.tsx";

/** Height in pixels from which a card has two lines */
const TWO_LINES = 44;

export interface QueueColumnProps {
  readonly column: QueueColumn;
  readonly layout: PlanLayout;
  readonly office: Office;
  readonly date: string;
  readonly due: ReadonlyMap<string, readonly Step[]>;
  readonly undelivered: ReadonlySet<string>;
  readonly marks: PlanMarks;
  readonly tabStop: CellPlace | null;
  readonly isOpen: boolean;
  readonly isShown: boolean;
  readonly onToggle: () => void;
}

export function QueueColumnView(props: QueueColumnProps) {
  const { column, layout, isOpen, isShown, onToggle } = props;
  const { queue } = column;
  if (!isOpen) return <FoldedQueue {...props} />;
  const headingId = `queue-${queue.number}`;
  return (
    <section className={classes("column", isShown && "is-shown")} aria-labelledby={headingId}>
      <QueueHead column={column} layout={layout} headingId={headingId} onFold={queue.active ? undefined : onToggle} />
      <ol
        className="column__body"
        style={variables({ "--step": queue.slotMinutes, "--origin": originOf(column, layout) })}
      >
        <Cells {...props} />
        {layout.now !== null && layout.now >= layout.range.from && layout.now <= layout.range.to && (
          <li className="now-line" aria-hidden="true" style={variables({ "--s": layout.now - layout.range.from })} />
        )}
      </ol>
    </section>
  );
}

function FoldedQueue({ column: { queue, appointments }, isShown, onToggle }: QueueColumnProps) {
  const t = useText();
  const label =
    appointments > 0
      ? t("plan.inactiveWithAppointments", { queue: queue.name, count: appointments })
      : t("plan.inactiveQueue", { queue: queue.name });
  return (
    <section className={classes("column column--folded", isShown && "is-shown")} aria-label={label}>
      <button type="button" aria-expanded={false} onClick={onToggle}>
        <Icon name="next" />
        <span>{label}</span>
      </button>
    </section>
  );
}

/** The cells in order of time, so that they are read in sequence, with what the open panel draws among them. */
function Cells({ column, layout, office, date, due, undelivered, marks, tabStop }: QueueColumnProps) {
  const { number } = column.queue;
  const here = { date, queue: number };
  const chosen = marks.chosen?.date === date && marks.chosen.queue === number ? marks.chosen : null;
  const taken = marks.taken?.date === date && marks.taken.queue === number ? marks.taken : null;
  const cover = chosen && { from: minuteOf(chosen.time), to: minuteOf(chosen.time) + chosen.minutes };
  const cells = cover ? uncovered(column.cells, [cover]) : column.cells;
  return (
    <>
      {cells.map((cell) => {
        const place = "time" in cell ? { ...here, time: cell.time } : null;
        return (
          <PlanCell
            key={`${cell.kind}-${cell.kind === "appointment" ? cell.appointment.id : cell.from}`}
            cell={cell}
            range={layout.range}
            office={office}
            queue={column.queue}
            date={date}
            steps={cell.kind === "appointment" ? due.get(cell.appointment.id) : undefined}
            isTall={(cell.to - cell.from) * layout.pixelsPerMinute >= TWO_LINES}
            isTabStop={tabStop?.queue === number && tabStop.from === cell.from}
            isUndelivered={cell.kind === "appointment" && undelivered.has(cell.appointment.id)}
            isTaken={taken !== null && minuteOf(taken.time) === cell.from}
            isAlternative={place !== null && marks.alternatives.some((slot) => isSamePlace(slot, place))}
          />
        );
      })}
      {chosen && cover && <PlanMark span={cover} range={layout.range} time={chosen.time} label={chosen.label} />}
    </>
  );
}

/** The lines of the slots begin where the queue does. */
const originOf = ({ queue }: QueueColumn, { range }: PlanLayout): number =>
  queue.open[0] ? minuteOf(queue.open[0].from) - range.from : 0;
