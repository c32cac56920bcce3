import { useBlocker } from "@tanstack/react-router";
import { useEffect } from "react";
import { useMe } from "../me.ts";
import { useText } from "../text.tsx";
import { type ToastApi, useToasts } from "../toasts.tsx";
import { formKey, storedTyping } from "./keeper.ts";

/** A page whose forms are left unsaved: nothing is asked, and it is said that what was typed is kept. */
export function useDraftNotice(forms: readonly string[], office: string | null): void {
  const t = useText();
  const toasts = useToasts();
  const { employee } = useMe();
  const about = forms.map((form) => formKey(employee.id, office, form)).join();
  useHideDraftNotice(toasts, about);
  useBlocker({
    shouldBlockFn: ({ current, next }) => {
      const isLeft = current.pathname !== next.pathname;
      if (isLeft && forms.some((form) => storedTyping(formKey(employee.id, office, form)).length > 0))
        toasts.show({ tone: "info", text: t("form.kept"), about });
      return false;
    },
    // At the window's own end the browser asks, wherever anything is unsaved.
    enableBeforeUnload: false,
  });
}

/** A form that is open again needs no word that it was kept, which would soon contradict its saving. */
export function useHideDraftNotice({ putAway }: ToastApi, about: string): void {
  useEffect(() => putAway(about), [putAway, about]);
}
