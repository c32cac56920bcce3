import type { Slot } from "../../plan-marks.ts";
import type { Times } from "./use-times.ts";

export interface TimesFieldProps {
  readonly title: string;
  readonly times: Times;
  readonly queueName: (queue: number) => string;
  readonly error: string | null;
  /** The day of the plan; null when the plan is another ΚΕΠ's */
  readonly shownDate: string | null;
  readonly onShowDay: (slot: Slot) => void;
  /** The times come first in the form: there the work starts */
  readonly isFocused?: boolean;
}
