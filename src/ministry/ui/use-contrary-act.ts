import { useQueryClient } from "@tanstack/react-query";
import { useText } from "../../kit/text.tsx";
import { type Toast, useToasts } from "../../kit/toasts.tsx";
import type { MinistryAct } from "../contract.ts";
import { askMinistryAgain } from "./queries.ts";

/** The undoing of an act, which it names: its contrary, and word of it. */
export function useContraryAct(): (of: MinistryAct, contrary: () => Promise<unknown>) => Pick<Toast, "undo"> {
  const t = useText();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  return (of, contrary) => ({
    undo: {
      act: t(`ministry.act-${of}`),
      run: async () => {
        try {
          await contrary();
          toasts.show({ text: t("ministry.undone") });
        } finally {
          await askMinistryAgain(queryClient);
        }
      },
    },
  });
}
