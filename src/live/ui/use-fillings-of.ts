import type { FillingSeen } from "../events.ts";
import { useLive } from "./live-state.ts";

const NONE: readonly FillingSeen[] = [];

/** What the other desks of an office are filling in just now; of another office than the page's nothing is known. */
export const useFillingsOf = (office: string): readonly FillingSeen[] =>
  useLive((state) => (state.office === office ? state.fillings : NONE));
