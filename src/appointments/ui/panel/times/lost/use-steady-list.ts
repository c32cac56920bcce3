import { useState } from "react";
import type { Slot } from "../../../plan-marks.ts";
import { type SteadyRules, steadyList } from "./steady.ts";

/** The list as it is shown: what was shown before stays in it. @param key for other terms it begins anew */
export function useSteadyList(fresh: readonly Slot[], key: string, rules: SteadyRules): readonly Slot[] {
  const [shown, setShown] = useState({ key, list: fresh });
  const list = shown.key === key ? steadyList(shown.list, fresh, rules) : fresh;
  if (shown.key !== key || shown.list !== list) setShown({ key, list });
  return list;
}
