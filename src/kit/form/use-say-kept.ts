import { useBlocker } from "@tanstack/react-router";
import { useMe } from "../me.ts";
import { useText } from "../text.tsx";
import { useToasts } from "../toasts.tsx";
import { formKey, keptOf } from "./keeper.ts";

/** A page whose forms are left unsaved: nothing is asked, and it is said that what was typed is kept. */
export function useSayKept(forms: readonly string[], office: string | null): void {
  const t = useText();
  const toasts = useToasts();
  const { employee } = useMe();
  useBlocker({
    shouldBlockFn: ({ current, next }) => {
      const isLeft = current.pathname !== next.pathname;
      if (isLeft && forms.some((form) => keptOf(formKey(employee.id, office, form)).length > 0))
        toasts.show({ tone: "info", text: t("form.kept"), about: "kept" });
      return false;
    },
    // At the window's own end the browser asks, wherever anything is unsaved.
    enableBeforeUnload: false,
  });
}
