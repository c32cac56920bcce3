import { useEffect } from "react";
import { lastActivityAt } from "../../kit/activity.ts";
import { call } from "../../kit/api.ts";
import type { FillingRequest } from "../contract.ts";
import { FILLING_REPEAT_MS, type PlaceBeingFilled } from "../events.ts";
import { DESK } from "./follow-office.ts";

/** Long enough for a talk on the telephone; after that the form was left open, not filled in. */
const WRITING_MS = 120_000;
/** A clerk who goes through the free times with the arrows fills in none of those that are passed. */
const SETTLE_MS = 250;

/** Lets the others' plans show where this form stands. A courtesy: when it can't be said, nothing is lost. */
export function useFilling(office: string, place: PlaceBeingFilled | null): void {
  const isOpen = place !== null && place.minutes > 0;
  const [date, time, queue, minutes] = [place?.date, place?.time, place?.queue, place?.minutes];
  useEffect(() => {
    if (!date || !time || !queue || !minutes) return;
    const say = () => {
      if (Date.now() - lastActivityAt() < WRITING_MS) tell(office, { date, time, queue, minutes });
    };
    const settled = setTimeout(say, SETTLE_MS);
    const repeat = setInterval(say, FILLING_REPEAT_MS);
    return () => {
      clearTimeout(settled);
      clearInterval(repeat);
    };
  }, [office, date, time, queue, minutes]);
  useEffect(() => (isOpen ? () => tell(office, null) : undefined), [office, isOpen]);
}

function tell(office: string, place: PlaceBeingFilled | null): void {
  const body: FillingRequest = { desk: DESK, place };
  call(`/api/offices/${encodeURIComponent(office)}/fillings`, { method: "POST", body }).catch(() => {
    // It is said again soon, or forgotten by itself.
  });
}
