import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiProblem } from "../../kit/api.ts";
import { useText } from "../../kit/text.tsx";
import { useToasts } from "../../kit/toasts.tsx";
import type { Settings } from "../contract.ts";
import type { SectionName } from "../office-settings.ts";
import { type Draft, draftOf, only, valuesOf } from "./draft.ts";
import { sendSettings } from "./save.ts";
import { type Undo, undoing } from "./undo.ts";
import type { SettingsForm } from "./use-settings-form.ts";

/** What is sent, and what stood there then: the page may have gone on when the answer comes. */
interface Sending {
  readonly before: Settings;
  readonly sent: Draft;
}

/** Sends a section's changes, says so, and offers to take them back. */
export function useSaving({ office, act }: SettingsForm, name: SectionName) {
  const t = useText();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const words = { section: t(`office.${name}`) };
  const undone = (undo: Undo) => async () => {
    await undo(t);
    toasts.show({ text: t("office.undone", words) });
  };
  return useMutation({
    mutationFn: ({ before, sent }: Sending) =>
      sendSettings(queryClient, office, valuesOf(sent, before), only(draftOf(before), Object.keys(sent))),
    onSuccess: (saved, { before, sent }) => {
      act({ type: "saved", section: name, sent, now: draftOf(saved) });
      const undo = undoing(queryClient, office, before, saved, Object.keys(sent));
      toasts.show({ text: t("office.saved", words), ...(undo && { undo: undone(undo) }) });
    },
    onError: (error) =>
      act({ type: "refused", errors: error instanceof ApiProblem ? (error.problem.errors ?? []) : [] }),
  });
}
