import { useState } from "react";
import type { Slot } from "../../../plan-marks.ts";
import { isSame } from "../place.ts";

interface Watch {
  readonly isLost: (place: Slot) => boolean;
  /** @returns what is stood on instead */
  readonly tell: (lost: Slot) => Slot | null;
}

/** Watches over the place on which a form stands. @param key other terms make it another place; null: not looked at now */
export function useLoss(key: string | null, selected: Slot | null, { isLost, tell }: Watch): void {
  const [stood, setStood] = useState<{ readonly key: string; readonly place: Slot | null } | null>(null);
  if (key === null) return;
  const before = stood?.key === key ? stood.place : null;
  if (before && isLost(before)) setStood({ key, place: tell(before) });
  else if (stood?.key !== key || !isSamePlace(stood.place, selected)) setStood({ key, place: selected });
}

const isSamePlace = (a: Slot | null, b: Slot | null): boolean => a === b || (a !== null && b !== null && isSame(a, b));
