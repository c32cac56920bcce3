import { useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useRef } from "react";
import { onceAnswered } from "../../../kit/acts/once-answered.ts";
import { mayAct } from "../../../kit/shortcuts.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import type { Act, Moment } from "../../acts.ts";
import type { Appointment } from "../../contract.ts";
import { newestOf } from "../queries.ts";
import { useDayNavigation } from "../use-day-navigation.ts";
import { ACT_KEYS } from "./act-keys.ts";
import { hindranceOf } from "./next-acts.ts";
import { useProgress } from "./use-progress.ts";
import { useUndoLast } from "./use-undo-last.ts";

/**
 * Does what was asked for on an appointment, by button or key, or says why it can't be done now. What is asked for while
 * another act is on its way comes after it; the same once more is a double press.
 */
export function useActs(now: Moment) {
  const t = useText();
  const toast = useToasts();
  const { openAppointment } = useDayNavigation();
  const progress = useProgress();
  const undoing = useUndoLast();
  const queryClient = useQueryClient();
  const asked = useRef(new Set<string>());
  const pendingOn = progress.pendingOn ?? (undoing.isPending ? undoing.variables.id : null);
  const attempt = (act: Act, appointment: Appointment): void => {
    const wanted = `${act} ${appointment.id}`;
    if (!pendingOn) asked.current.clear();
    if (asked.current.has(wanted)) return;
    asked.current.add(wanted);
    if (pendingOn) onceAnswered(queryClient, () => perform(act, newestOf(queryClient, appointment)));
    else perform(act, appointment);
  };
  const perform = (act: Act, appointment: Appointment): void => {
    const hindrance = hindranceOf(act, appointment, now);
    if (hindrance) {
      const values = { act: t(`plan.act-${act}`), from: hindrance.from ?? "" };
      toast.show({ tone: "info", text: t(`plan.why-${hindrance.why}`, values) });
    } else if (act === "undo") undoing.mutate(appointment);
    else if (act === "edit" || act === "move" || act === "cancel") openAppointment(appointment.id, act);
    else progress.take({ appointment, step: act });
  };
  return {
    /** The appointment with which something is being done */
    pendingOn,
    attempt,
    /** Whether the key was one of ours: wherever an appointment has the focus */
    onKey: (event: KeyboardEvent, appointment: Appointment): boolean => {
      const act = ACT_KEYS[event.code];
      if (!act || !mayAct(event.nativeEvent)) return false;
      event.preventDefault();
      if (!event.repeat) attempt(act, appointment);
      return true;
    },
  };
}
