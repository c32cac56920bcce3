import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { dayQuery } from "../../appointments/ui/queries.ts";
import { call } from "../../kit/api.ts";
import { onDay } from "../../kit/dates.ts";
import { keepTyping, storedTyping } from "../../kit/form/keeper.ts";
import { beginTyping, type Texts } from "../../kit/form/typing.ts";
import { useFormKey } from "../../kit/form/use-form-draft.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { useToasts } from "../../kit/toasts.tsx";
import type { Office } from "../../offices/contract.ts";
import type { CatchUpUndone, CaughtUp } from "../contract.ts";
import { newSheetTexts, sheetForm, textsAgain } from "./typed.ts";

/**
 * After it was recorded: every page asks again, and a message tells of it and takes it back as a whole. What was taken back
 * is a draft again, unless another was begun since.
 */
export function useCaughtUp(known: Office, date: string) {
  const office = known.code;
  const key = useFormKey(sheetForm(date), office);
  const t = useText();
  const { language } = useLanguage();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const toasts = useToasts();
  const keepAgain = async (texts: Texts, staying: CatchUpUndone["staying"]): Promise<boolean> => {
    const day = await queryClient.fetchQuery(dayQuery(office, date)).catch(() => null);
    const again = day && textsAgain(texts, day, staying);
    if (!again || storedTyping(key).length > 0) return false;
    keepTyping(key, { ...beginTyping(newSheetTexts(known)), texts: again });
    return true;
  };
  const undo = async (id: string, texts: Texts) => {
    const path = `/api/offices/${encodeURIComponent(office)}/catch-ups/${id}/undo`;
    const { restored, staying } = await call<CatchUpUndone>(path, { method: "POST" });
    forgetVisits(queryClient, office);
    const undone = t("catchUp.undone", { count: restored });
    const isWhole = staying.length === 0;
    const isDraft = await keepAgain(texts, staying);
    toasts.show({
      text: isWhole ? undone : t("catchUp.staying", { count: staying.length, undone }),
      tone: isWhole ? "success" : "info",
      about: id,
      ...(isDraft && { next: { text: t("catchUp.undone-draft"), go: openDraft } }),
    });
  };
  const openDraft = () => {
    void navigate({ to: "/offices/$office/days/$date/catch-up", params: { office, date }, search: {} });
  };
  return ({ id, arrived, served, noShow, walkIns }: CaughtUp, texts: Texts): void => {
    forgetVisits(queryClient, office);
    const count = arrived + served + noShow + walkIns;
    const text = t("catchUp.done", { count, day: onDay(date, language) });
    toasts.show({ text, about: id, undo: { act: t("shell.catchUp"), run: () => undo(id, texts) } });
  };
}

/** What pages know of the office's visits and of the room between them. */
function forgetVisits(queryClient: QueryClient, office: string): void {
  for (const what of ["day", "tickets", "availability", "weeks", "appointment", "history"])
    void queryClient.invalidateQueries({ queryKey: [what, office] });
  void queryClient.invalidateQueries({ queryKey: ["days-of-all"] });
}
