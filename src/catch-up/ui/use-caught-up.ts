import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { call } from "../../kit/api.ts";
import { onDay } from "../../kit/dates.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { useToasts } from "../../kit/toasts.tsx";
import type { CatchUpUndone, CaughtUp } from "../contract.ts";

/** After it was recorded: every page asks again, and a message tells of it and takes it back as a whole. */
export function useCaughtUp(office: string, date: string) {
  const t = useText();
  const { language } = useLanguage();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const undo = async (id: string) => {
    const path = `/api/offices/${encodeURIComponent(office)}/catch-ups/${id}/undo`;
    const { restored, staying } = await call<CatchUpUndone>(path, { method: "POST" });
    forgetVisits(queryClient, office);
    const undone = t("catchUp.undone", { count: restored });
    const isWhole = staying.length === 0;
    toasts.show({
      text: isWhole ? undone : t("catchUp.staying", { count: staying.length, undone }),
      tone: isWhole ? "success" : "info",
      about: id,
    });
  };
  return ({ id, arrived, served, noShow, walkIns }: CaughtUp): void => {
    forgetVisits(queryClient, office);
    const count = arrived + served + noShow + walkIns;
    toasts.show({ text: t("catchUp.done", { count, day: onDay(date, language) }), about: id, undo: () => undo(id) });
  };
}

/** What pages know of the office's visits and of the room between them. */
function forgetVisits(queryClient: QueryClient, office: string): void {
  for (const what of ["day", "availability", "weeks", "appointment", "history"])
    void queryClient.invalidateQueries({ queryKey: [what, office] });
  void queryClient.invalidateQueries({ queryKey: ["days-of-all"] });
}
