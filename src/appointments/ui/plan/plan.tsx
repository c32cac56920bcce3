import { useEffect, useState } from "react";
import { shownAs } from "../../../kit/focus.ts";
import { variables } from "../../../kit/place-style.ts";
import { useText } from "../../../kit/text.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import { useFocusFallback } from "../../../kit/use-focus-fallback.ts";
import type { Office } from "../../../offices/contract.ts";
import type { Day } from "../../contract.ts";
import { type CellPlace, cellId, placeOf } from "../cell-focus.ts";
import { useAbsenceKey } from "../day/use-absence-key.ts";
import type { PlanMarks } from "../plan-marks.ts";
import { useDayAddress } from "../use-day-navigation.ts";
import { entrance, isReachablePlace } from "./keys/roving.ts";
import { usePlanKeys } from "./keys/use-plan-keys.ts";
import { PlanFoot } from "./plan-foot.tsx";
import { type PlanLayout, planOf, type QueueColumn } from "./plan-layout.ts";
import { QueueColumnView } from "./queue-column.tsx";
import { QueueTabs } from "./queue-tabs.tsx";
import { TimeGutter } from "./time-gutter.tsx";
import { useShownQueues } from "./use-shown-queues.ts";

interface PlanProps {
  readonly office: Office;
  readonly day: Day;
  readonly marks: PlanMarks;
}

/** A column for each queue; on narrow screens one at a time. One cell of the whole plan is in the Tab order. */
export function DayPlan({ office, day, marks }: PlanProps) {
  const t = useText();
  const layout = planOf(day);
  const { columns, folded, shown, toggle, show } = useShownQueues(layout, day);
  const [touched, setTouched] = useState<CellPlace | null>(null);
  const [isUnfolded, setIsUnfolded] = useState(false);
  const tabStop = touched && isReachablePlace(columns, touched) ? touched : entrance(columns, layout.now);
  const onKeyDown = usePlanKeys(columns, day);
  useAbsenceKey(day);
  const undelivered = new Set(day.undelivered);
  const { hold, release } = useFocusFallback(elementOf);
  const opened = useDayAddress().search.panel;
  useOpenedInSight(opened);
  return (
    <>
      <QueueTabs columns={layout.columns} shown={shown} onShow={show} />
      <div className="plan-frame">
        <section
          className={classes("plan", `plan--of-${Math.min(columns.length, MANY)}`)}
          aria-label={t("plan.plan")}
          // After the last free time nothing in it has the focus: then the arrows scroll it.
          tabIndex={tabStop ? undefined : 0}
          ref={openAtNow}
          style={planStyle(layout, columns)}
          onKeyDown={onKeyDown}
          onFocus={(event) => {
            hold(heldAt(event.target));
            setTouched((before) => placeOf(event.target) ?? before);
          }}
          onBlur={release}
        >
          <TimeGutter layout={layout} time={day.now.time} />
          {columns.map((column) => (
            <QueueColumnView
              key={column.queue.number}
              column={column}
              layout={layout}
              office={office}
              date={day.date}
              now={day.now}
              undelivered={undelivered}
              marks={marks}
              tabStop={tabStop}
              isShown={shown === column.queue.number}
              opened={isUnfolded ? "all" : opened}
              onUnfold={() => setIsUnfolded(true)}
              onToggle={() => toggle(column.queue.number)}
            />
          ))}
        </section>
        <PlanFoot office={office} day={day} folded={folded} onUnfold={toggle} />
      </div>
    </>
  );
}

/** From so many queues on, each has the narrowest column. */
const MANY = 7;

function planStyle({ range, shortest }: PlanLayout, columns: readonly QueueColumn[]) {
  const widths = columns.map(({ queue }) => `minmax(9.5rem, ${queue.isMine ? "var(--mine)" : "1fr"})`);
  return variables({
    "--columns": widths.join(" "),
    "--minutes": range.to - range.from,
    "--shortest": shortest,
  });
}

/** Today's plan opens with the present in its upper third, whether the plan scrolls by itself or with the page. */
function openAtNow(plan: HTMLElement | null): void {
  const now = plan?.querySelector("[data-now]")?.getBoundingClientRect();
  if (!plan || now === undefined || now.width === 0) return;
  if (getComputedStyle(plan).overflowY === "auto")
    plan.scrollTop += now.top - plan.getBoundingClientRect().top - plan.clientHeight / 3;
  else scrollBy(0, now.top - innerHeight / 3);
}

/** What a search or a link opened is where the eye is, wherever the plan stood before. */
function useOpenedInSight(opened: string | undefined): void {
  useEffect(() => {
    const card = opened ? shownAs("appointment", opened)?.closest("li") : null;
    card?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [opened]);
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
