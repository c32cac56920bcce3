import { minuteOf } from "../../../kit/dates.ts";
import { focusAfter } from "../../../kit/focus.ts";
import { variables } from "../../../kit/place-style.ts";
import { useText } from "../../../kit/text.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import { Icon } from "../../../kit/ui/icon.tsx";
import type { Office } from "../../../offices/contract.ts";
import type { Moment } from "../../acts.ts";
import { type CellPlace, cellId } from "../cell-focus.ts";
import { isSamePlace, type PlanMarks } from "../plan-marks.ts";
import { PlanCell } from "./plan-cell.tsx";
import { type Cell, isEarlier, type PlanLayout, type QueueColumn, uncovered } from "./plan-layout.ts";
import { PlanMark } from "./plan-mark.tsx";
import { QueueHead } from "./queue-head.tsx";

export interface QueueColumnProps {
  readonly column: QueueColumn;
  readonly layout: PlanLayout;
  readonly office: Office;
  readonly date: string;
  readonly now: Moment;
  readonly undelivered: ReadonlySet<string>;
  readonly marks: PlanMarks;
  readonly tabStop: CellPlace | null;
  readonly isShown: boolean;
  /** The appointment beside it, or all: where a phone folds what is over, it does not fold that */
  readonly opened: string | undefined;
  readonly onUnfold: () => void;
  readonly onToggle: () => void;
}

export function QueueColumnView(props: QueueColumnProps) {
  const { column, layout, isShown, onToggle } = props;
  const { queue } = column;
  const headingId = `queue-${queue.number}`;
  return (
    <section
      className={classes("column", queue.isMine && "column--mine", isShown && "is-shown")}
      aria-labelledby={headingId}
    >
      <QueueHead column={column} layout={layout} headingId={headingId} onFold={queue.active ? undefined : onToggle} />
      <ol
        className="column__body"
        style={variables({ "--step": queue.slotMinutes, "--origin": originOf(column, layout) })}
      >
        <EarlierFold {...props} />
        <Cells {...props} />
      </ol>
    </section>
  );
}

/** On a phone what is over stands behind one line. */
function EarlierFold({ column: { queue, cells }, layout, opened, onUnfold }: QueueColumnProps) {
  const t = useText();
  const earlier = cells.filter((cell) => isEarlier(cell, layout, opened));
  const visits = earlier.filter(({ kind }) => kind === "appointment");
  if (earlier.length === 0) return null;
  const unfold = () => {
    const first = visits[0];
    if (first) focusAfter(onUnfold, cellId({ queue: queue.number, from: first.from }));
    else onUnfold();
  };
  return (
    <li className="earlier-fold">
      <button type="button" aria-expanded={false} onClick={unfold}>
        {t("plan.earlier", { count: visits.length })}
        <Icon name="down" />
      </button>
    </li>
  );
}

/** The cells in order of time, so that they are read in sequence, with what the open panel draws among them. */
function Cells({ column, layout, office, date, now, undelivered, marks, tabStop, opened }: QueueColumnProps) {
  const { number } = column.queue;
  const here = { date, queue: number };
  const chosen = marks.chosen?.date === date && marks.chosen.queue === number ? marks.chosen : null;
  const taken = marks.taken?.date === date && marks.taken.queue === number ? marks.taken : null;
  const cover = chosen && { from: minuteOf(chosen.time), to: minuteOf(chosen.time) + chosen.minutes };
  const cells = cover ? uncovered(column.cells, [cover]) : column.cells;
  const show = (cell: Cell) => {
    const place = "time" in cell ? { ...here, time: cell.time } : null;
    return (
      <PlanCell
        key={`${cell.kind}-${cell.kind === "appointment" ? cell.appointment.id : cell.from}`}
        cell={cell}
        range={layout.range}
        office={office}
        queue={column.queue}
        date={date}
        now={now}
        isEarlier={isEarlier(cell, layout, opened)}
        isTabStop={tabStop?.queue === number && tabStop.from === cell.from}
        isUndelivered={cell.kind === "appointment" && undelivered.has(cell.appointment.id)}
        isTaken={taken !== null && minuteOf(taken.time) === cell.from}
        isAlternative={place !== null && marks.alternatives.some((slot) => isSamePlace(slot, place))}
      />
    );
  };
  const isBegun = ({ from }: Cell) => layout.now !== null && from < layout.now;
  return (
    <>
      {cells.filter(isBegun).map(show)}
      <NowLine layout={layout} time={now.time} />
      {cells.filter((cell) => !isBegun(cell)).map(show)}
      {chosen && cover && <PlanMark span={cover} range={layout.range} time={chosen.time} />}
    </>
  );
}

function NowLine({ layout: { now, range }, time }: { layout: PlanLayout; time: string }) {
  if (now === null || now < range.from || now > range.to) return null;
  return (
    <li className="now-line" aria-hidden="true" style={variables({ "--s": now - range.from })}>
      <b>{time}</b>
    </li>
  );
}

/** The lines of the slots begin where the queue does. */
const originOf = ({ queue }: QueueColumn, { range }: PlanLayout): number =>
  queue.open[0] ? minuteOf(queue.open[0].from) - range.from : 0;
