import { type RefObject, Suspense } from "react";
import { lazyPart } from "../../../kit/ui/part.tsx";
import type { Office } from "../../../offices/contract.ts";
import type { Day } from "../../contract.ts";
import { TableSkeleton } from "./table-skeleton.tsx";
import { FocusBack } from "./use-focused-appointment.tsx";

/** Fetched once the day is shown, so that the switch from the plan is seen at once. */
export const LazyAppointmentTable = lazyPart(() => import("./appointment-table.tsx"), "AppointmentTable");

interface TablePlaceProps {
  readonly office: Office;
  readonly day: Day;
  readonly held: RefObject<string | undefined>;
}

/** The table's code comes with its first use. */
export const TablePlace = ({ office, day, held }: TablePlaceProps) => (
  <Suspense fallback={<TableSkeleton />}>
    <LazyAppointmentTable office={office} day={day} />
    <FocusBack held={held} />
  </Suspense>
);
