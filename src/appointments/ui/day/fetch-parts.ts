import { LazyOpenMenu } from "../../../kit/menu/menu-popover.tsx";
import { LazyAppointmentTable } from "../table/table-place.tsx";
import { LazyLineTable } from "../waiting/waiting-bar.tsx";
import { LazyUnnamedDialog } from "../waiting/walk-in-button.tsx";
import { LazyAppointmentPanel } from "./day-panel.tsx";
import { LazyScanDialog } from "./use-scan.tsx";

/** What opens over the day and beside it, by a press or a key: there before somebody wants it, even offline. The panel first. */
const PARTS = [
  LazyAppointmentPanel,
  LazyOpenMenu,
  LazyUnnamedDialog,
  LazyLineTable,
  LazyScanDialog,
  LazyAppointmentTable,
];

export function fetchParts(): void {
  for (const part of PARTS) void part.preload();
}
