import type { Moment } from "../../../acts.ts";
import type { Channel } from "../../../contract.ts";
import type { Slot } from "../../plan-marks.ts";
import type { Counter } from "./counter-slots.ts";

/** For what times are sought. */
export interface TimesTerms {
  readonly office: string;
  readonly service: string;
  readonly channel: Channel;
  /** Of the service */
  readonly minutes: number;
  readonly leadMinutes: number;
  /** When the form was opened: the list must not move while it is used */
  readonly now: Moment;
  /** The day on which the list begins */
  readonly from: string;
  /** The place of an appointment that is being moved */
  readonly present?: Slot | null;
  /** Of a citizen at the counter */
  readonly counter?: Counter | null;
  /** It is on its way, or no answer came: the place may be its own by now, and no other is asked for */
  readonly isSending: boolean;
}
