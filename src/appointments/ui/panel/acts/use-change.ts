import { useMutation, useQueryClient } from "@tanstack/react-query";
import { flushSync } from "react-dom";
import type { FieldProblem } from "../../../../kit/failure.ts";
import { useText } from "../../../../kit/text.tsx";
import type { ToastApi } from "../../../../kit/toasts.tsx";
import type { Appointment, ChangeRequest } from "../../../contract.ts";
import { patchAppointment } from "../../acts/acts.ts";
import { useTakeBack } from "../../acts/use-take-back.ts";
import { rememberAppointment } from "../../queries.ts";
import { focusFirstFault } from "../frame/focus-first-fault.ts";
import { type SaveFailure, saveFailureOf } from "../frame/save-failure.ts";

interface Change {
  readonly appointment: Appointment;
  readonly toast: ToastApi;
  readonly onChanged: () => void;
  readonly onStale: (failure: Extract<SaveFailure, { kind: "stale" }>) => void;
  readonly onFields: (errors: readonly FieldProblem[]) => void;
}

/** The act of changing what was typed; somebody else's change in between is brought back to be seen first. */
export function useChange({ appointment, toast, onChanged, onStale, onFields }: Change) {
  const t = useText();
  const queryClient = useQueryClient();
  const takeBack = useTakeBack();
  return useMutation({
    mutationFn: ({ version, patch }: { version: number; patch: ChangeRequest }) =>
      patchAppointment(appointment, version, patch),
    onSuccess: (changed) => {
      rememberAppointment(queryClient, changed);
      toast.show({ text: t("panel.done-changed"), about: changed.id, undo: () => takeBack(changed) });
      onChanged();
    },
    onError: (error) => {
      const failure = saveFailureOf(error);
      if (failure.kind === "stale") {
        rememberAppointment(queryClient, failure.current);
        onStale(failure);
      } else if (failure.kind === "fields") {
        flushSync(() => onFields(failure.errors));
        focusFirstFault();
      }
    },
  });
}
