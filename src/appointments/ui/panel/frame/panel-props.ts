import type { Me } from "../../../../identity/contract.ts";
import type { ToastApi } from "../../../../kit/toasts.tsx";
import type { Office } from "../../../../offices/contract.ts";
import type { Day } from "../../../contract.ts";
import type { PlanMarks, Slot } from "../../plan-marks.ts";

export type PanelTarget =
  | {
      readonly mode: "new";
      /** The day in view as the form is opened: its free times come first */
      readonly date: string;
      readonly slot: Slot | null;
      readonly service: string | null;
      readonly walkIn: WalkIn | null;
    }
  /** The slot: clicked on the plan while the appointment is being moved */
  | { readonly mode: "appointment"; readonly id: string; readonly intent: PanelIntent; readonly slot: Slot | null };

export type PanelIntent = "view" | "edit" | "move" | "cancel" | "history";

/** A citizen at the counter without an appointment, and the queue before which */
export interface WalkIn {
  readonly queue: number | null;
}

export interface PanelProps {
  readonly office: Office;
  /** The day that the plan shows; its clock is the server's */
  readonly day: Day;
  readonly target: PanelTarget;
  readonly onClose: () => void;
  /** The form stands on another free place: the plan may show its day */
  readonly onPick: (slot: Slot) => void;
  readonly onMarks: (marks: PlanMarks) => void;
  readonly toast: ToastApi;
  /** Of the clerk who is signed in */
  readonly offices: Me["offices"];
}
