import { useQueryClient } from "@tanstack/react-query";
import { useText } from "../../kit/text.tsx";
import { useToasts } from "../../kit/toasts.tsx";
import { askMinistryAgain } from "./queries.ts";

/** The undoing of an act: its contrary, and word of it. */
export function useContraryAct(): (act: () => Promise<unknown>) => () => Promise<void> {
  const t = useText();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  return (act) => async () => {
    try {
      await act();
      toasts.show({ text: t("ministry.undone") });
    } finally {
      await askMinistryAgain(queryClient);
    }
  };
}
