import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { call } from "../../kit/api.ts";
import { useText } from "../../kit/text.tsx";
import { useToasts } from "../../kit/toasts.tsx";
import type { Changed } from "../contract.ts";
import { callDaysQuery, forgetOffice, officePath } from "./queries.ts";

/** After a ruling: every page asks again, and a message tells of it, takes it back, and leads to the call list. */
export function useRulesChanged(office: string) {
  const t = useText();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const toasts = useToasts();
  const undo = async (change: string) => {
    await call(officePath(office, `rule-changes/${change}/undo`), { method: "POST", body: {} });
    await forgetOffice(queryClient, office);
    toasts.show({ text: t("rules.undone"), about: change });
  };
  const openCalls = async () => {
    const { days } = await queryClient.fetchQuery({ ...callDaysQuery(office), staleTime: 0 });
    const date = days[0]?.date;
    if (date) await navigate({ to: "/offices/$office/calls/$date", params: { office, date } });
  };
  const say = ({ change, act, calls, withoutPhone }: Changed, text: string) => {
    if (change === null) {
      toasts.show({ tone: "info", text: t("rules.done-nothing") });
      return;
    }
    toasts.show({
      text,
      about: change,
      undo: { act: t(`queues.act-${act}`), run: () => undo(change) },
      ...(calls + withoutPhone > 0 && { next: { text: t("rules.to-calls"), go: () => void openCalls() } }),
    });
  };
  return (changed: Changed, text: string): void => {
    // Said once the page shows it: who acts again then acts on what it has become, and is not told of their own change.
    void forgetOffice(queryClient, office).then(() => say(changed, text));
  };
}
