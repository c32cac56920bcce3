import type { Moment } from "../../../acts.ts";
import type { Slot } from "../../plan-marks.ts";
import type { TimesAction, TimesState } from "./times-state.ts";
import type { TimesToChoose } from "./use-times.ts";

export interface TimesFieldProps {
  readonly title: string;
  readonly times: TimesToChoose;
  readonly state: TimesState;
  readonly dispatch: (action: TimesAction) => void;
  readonly now: Moment;
  /** The day on which the list begins */
  readonly from: string;
  readonly queueName: (queue: number) => string;
  readonly error: string | null;
  readonly present?: Slot | null;
  /** The day of the plan; null when the plan is another ΚΕΠ's */
  readonly shownDate: string | null;
  readonly onShowDay: (slot: Slot) => void;
  /** The times come first in the form: there the work starts */
  readonly isFocused?: boolean;
  /** Of a citizen at the counter: a time of another day is worth a word */
  readonly isAtCounter?: boolean;
}
