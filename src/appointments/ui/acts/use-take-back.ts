import { useQueryClient } from "@tanstack/react-query";
import { isFocusLost } from "../../../kit/focus.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import type { Appointment } from "../../contract.ts";
import { fullName } from "../../person.ts";
import { focusCellOf } from "../cell-focus.ts";
import { rememberAppointment } from "../queries.ts";
import { useBusyCounter } from "../waiting/use-busy-counter.ts";
import { postUndo } from "./acts.ts";

/**
 * What «Αναίρεση» does after an act: takes back the one whose answer this was, and says so. Of two acts that
 * one press did, the one before it is then offered by its name.
 */
export function useTakeBack() {
  const t = useText();
  const queryClient = useQueryClient();
  const toast = useToasts();
  const { alsoServed } = useBusyCounter();
  return async function takeBack(appointment: Appointment, actBefore?: string): Promise<void> {
    const after = await postUndo(appointment);
    rememberAppointment(queryClient, after);
    toast.show({
      text: t("plan.undone", { name: fullName(appointment, t) }) + alsoServed(after),
      about: after.id,
      ...(actBefore && { undo: { act: actBefore, run: () => takeBack(after) } }),
    });
    // The message whose button was pressed is gone.
    if (isFocusLost()) focusCellOf(after.id, after);
  };
}
