import { getRouteApi } from "@tanstack/react-router";
import { useEffect } from "react";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import { suggestedTexts } from "./suggested-minutes.ts";
import { searchFor } from "./tabs.ts";
import type { Tab } from "./use-tab.ts";

const route = getRouteApi("/staff/offices/$office/settings");

/** What another page proposes is typed into the form once, for the head to look at and to save; the address forgets it. */
export function useSuggestedMinutes({ form, settings, canEdit }: Tab): void {
  const t = useText();
  const toasts = useToasts();
  const navigate = route.useNavigate();
  const { minutes } = route.useSearch();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each proposal
  useEffect(() => {
    if (!minutes) return;
    const texts = canEdit ? suggestedTexts(minutes, settings) : {};
    const count = Object.keys(texts).length;
    if (count > 0) {
      form.fill(texts);
      toasts.show({ text: t("office.minutes-suggested", { count }) });
    }
    void navigate({ search: searchFor("services"), replace: true });
  }, [minutes]);
}
