import { Suspense } from "react";
import { useMe } from "../../../kit/me.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import { lazyPart } from "../../../kit/ui/part.tsx";
import type { Office } from "../../../offices/contract.ts";
import type { Day } from "../../contract.ts";
import { focusCellOf } from "../cell-focus.ts";
import type { DaySearch } from "../day-search.ts";
import type { PanelTarget } from "../panel/frame/panel-props.ts";
import type { PlanMarks, Slot } from "../plan-marks.ts";
import { useDayAddress, useDayNavigation } from "../use-day-navigation.ts";

/** Fetched once the plan is shown, so that «N» opens it at once. */
export const LazyAppointmentPanel = lazyPart(() => import("../panel/appointment-panel.tsx"), "AppointmentPanel");

interface DayPanelProps {
  readonly office: Office;
  readonly day: Day;
  readonly onMarks: (marks: PlanMarks) => void;
}

/** The place of the panel beside the plan; its code comes with the first opening. */
export function DayPanel({ office, day, onMarks }: DayPanelProps) {
  const t = useText();
  const toast = useToasts();
  const { offices } = useMe();
  const { date, search } = useDayAddress();
  const { pick, closePanel } = useDayNavigation();
  const close = () => {
    closePanel();
    focusCellOf(search.panel, slotOf(search, date));
  };
  return (
    <div className="day-page__panel">
      <Suspense fallback={<p role="status">{t("shell.loading")}</p>}>
        <LazyAppointmentPanel
          key={search.panel}
          office={office}
          day={day}
          target={targetOf(search, date)}
          onClose={close}
          onPick={pick}
          onMarks={onMarks}
          toast={toast}
          offices={offices}
        />
      </Suspense>
    </div>
  );
}

function targetOf(search: DaySearch, date: string): PanelTarget {
  const slot = slotOf(search, date);
  if (search.panel === "new") return { mode: "new", date, slot, service: search.service ?? null, walkIn: null };
  if (search.panel === "walk-in")
    return { mode: "new", date, slot, service: search.service ?? null, walkIn: { queue: search.queue ?? null } };
  return { mode: "appointment", id: search.panel ?? "", intent: search.intent ?? "view", slot };
}

const slotOf = ({ time, queue }: DaySearch, date: string): Slot | null =>
  time !== undefined && queue !== undefined ? { date, time, queue } : null;
