import { useState } from "react";
import { shownAs } from "../../../kit/focus.ts";
import { variables } from "../../../kit/place-style.ts";
import { useText } from "../../../kit/text.tsx";
import { useKeptFocus } from "../../../kit/use-kept-focus.ts";
import type { Office } from "../../../offices/contract.ts";
import type { Day } from "../../contract.ts";
import { type CellPlace, cellId, placeOf } from "../cell-focus.ts";
import type { PlanMarks } from "../plan-marks.ts";
import { nextDue } from "./next-due.ts";
import { isOnPlan, type PlanLayout, planOf } from "./plan-layout.ts";
import { QueueColumnView } from "./queue-column.tsx";
import { QueueTabs } from "./queue-tabs.tsx";
import { entrance, isReachablePlace } from "./roving.ts";
import { TimeGutter } from "./time-gutter.tsx";
import { usePlanKeys } from "./use-plan-keys.ts";

interface PlanProps {
  readonly office: Office;
  readonly day: Day;
  readonly marks: PlanMarks;
}

/** A column for each queue; on narrow screens one at a time. One cell of the whole plan is in the Tab order. */
export function DayPlan({ office, day, marks }: PlanProps) {
  const t = useText();
  const layout = planOf(day);
  const { shown, open, toggle, show } = useShownQueues(day);
  const [touched, setTouched] = useState<CellPlace | null>(null);
  const visible = layout.columns.filter(({ queue }) => open.has(queue.number));
  const tabStop = touched && isReachablePlace(visible, touched) ? touched : entrance(visible, layout.now);
  const onKeyDown = usePlanKeys(visible, day);
  const due = nextDue(day);
  const undelivered = new Set(day.undelivered);
  const { hold, release } = useKeptFocus(elementOf);
  return (
    <>
      <QueueTabs columns={layout.columns} shown={shown} onShow={show} />
      <section
        className="plan"
        aria-label={t("plan.plan")}
        // After the last free time nothing in it has the focus: then the arrows scroll it.
        tabIndex={tabStop ? undefined : 0}
        ref={openAtNow}
        style={planStyle(layout, open)}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          hold(heldAt(event.target));
          setTouched((before) => placeOf(event.target) ?? before);
        }}
        onBlur={release}
      >
        <TimeGutter layout={layout} time={day.now.time} />
        {layout.columns.map((column) => (
          <QueueColumnView
            key={column.queue.number}
            column={column}
            layout={layout}
            office={office}
            date={day.date}
            due={due}
            undelivered={undelivered}
            marks={marks}
            tabStop={tabStop}
            isOpen={open.has(column.queue.number)}
            isShown={shown === column.queue.number}
            onToggle={() => toggle(column.queue.number)}
          />
        ))}
      </section>
    </>
  );
}

/** Inactive queues are folded unless somebody is booked there; `shown` is the one that narrow screens show. */
function useShownQueues({ queues, appointments }: Day) {
  const isBooked = (queue: number) => appointments.some((each) => each.queue === queue && isOnPlan(each));
  const [toggled, setToggled] = useState<ReadonlySet<number>>(new Set());
  const [chosen, setChosen] = useState<number | null>(null);
  const isOpen = (number: number, active: boolean) => (active || isBooked(number)) !== toggled.has(number);
  const open = new Set(queues.filter(({ number, active }) => isOpen(number, active)).map(({ number }) => number));
  const toggle = (number: number) => setToggled((before) => before.symmetricDifference(new Set([number])));
  return {
    open,
    shown: chosen ?? queues.find(({ active }) => active)?.number ?? queues[0]?.number ?? null,
    toggle,
    show: (number: number) => {
      setChosen(number);
      if (!open.has(number)) toggle(number);
    },
  };
}

function planStyle({ columns, range, pixelsPerMinute }: PlanLayout, open: ReadonlySet<number>) {
  const widths = columns.map(({ queue }) => (open.has(queue.number) ? "minmax(9.5rem, 1fr)" : "48px"));
  return variables({
    "--columns": widths.join(" "),
    "--minutes": range.to - range.from,
    "--ppm": `${pixelsPerMinute}px`,
  });
}

/** Today's plan opens with the present in its upper third, whether the plan scrolls by itself or with the page. */
function openAtNow(plan: HTMLElement | null): void {
  const now = plan?.querySelector("[data-now]")?.getBoundingClientRect().top;
  if (!plan || now === undefined) return;
  if (getComputedStyle(plan).overflowY === "auto")
    plan.scrollTop += now - plan.getBoundingClientRect().top - plan.clientHeight / 3;
  else scrollBy(0, now - innerHeight / 3);
}

interface Held {
  readonly cell: string;
  readonly appointment: string | undefined;
}

function heldAt(target: EventTarget): Held | null {
  const place = placeOf(target);
  const cell = place && cellId(place);
  return cell ? { cell, appointment: document.getElementById(cell)?.dataset.appointment } : null;
}

/** The focus goes along with the appointment, or else stays at the place. */
const elementOf = ({ cell, appointment }: Held): HTMLElement | null =>
  (appointment ? shownAs("appointment", appointment) : null) ?? document.getElementById(cell);
