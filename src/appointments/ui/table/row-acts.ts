import type { Act, Step } from "../../acts.ts";
import { ACT_KEYS } from "../acts/act-keys.ts";
import type { Acts } from "../acts/next-acts.ts";

/** What a row offers: the next step as a button, all else in its menu. Pure. */
export type RowAct = Act | "history" | "in-vain";

/** Another appointment for the same person */
export type NextAct = Step | "rebook";

export const nextActOn = ({ steps, mayRebook }: Acts): NextAct | null => (mayRebook ? "rebook" : (steps[0] ?? null));

/** Taking the time away comes last, set apart. */
export function menuOf({ steps, mayCall, mayUndo, mayEdit, mayMove, mayCancel, mayBeInVain }: Acts): RowAct[] {
  return [
    ...(mayEdit ? (["edit"] as const) : []),
    ...(mayMove ? (["move"] as const) : []),
    ...(mayCall ? (["call"] as const) : []),
    ...steps.slice(1),
    ...(mayBeInVain ? (["in-vain"] as const) : []),
    ...(mayUndo ? (["undo"] as const) : []),
    "history",
    ...(mayCancel ? (["cancel"] as const) : []),
  ];
}

/** By its place on the keyboard: those of the acts, and of what changes no state. */
export const ROW_KEYS: Readonly<Record<string, RowAct>> = { ...ACT_KEYS, KeyH: "in-vain" };

const CODES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ROW_KEYS).map(([code, act]) => [act, code]),
);

/** The key as it is written on a keyboard: "E", "Delete". */
export const keyFor = (act: RowAct): string | undefined => CODES[act]?.replace("Key", "");
