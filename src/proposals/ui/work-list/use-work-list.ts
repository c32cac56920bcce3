import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sentenceOf } from "../../../kit/failure.ts";
import { contentKeys } from "../../../kit/form/content-keys.ts";
import { useText } from "../../../kit/text.tsx";
import type { Changed, Decision, WorkList } from "../../contract.ts";
import { consequences } from "../consequences.ts";
import { type Choice, choicesFor, countsOf, decisionsOf } from "../decisions.ts";
import { workListQuery } from "../queries.ts";
import { proposalIn, sendRuleChange } from "../rule-request.ts";
import { useRulesChanged } from "../use-rules-changed.ts";
import { useDraftDecisions } from "./draft-decisions.ts";

/** The list as it is now, with the head's decisions about those to be settled now; the others wait. */
export function useWorkList(office: string, onSettled: () => void) {
  const t = useText();
  const queryClient = useQueryClient();
  const query = workListQuery(office);
  const { data: list, error, refetch } = useQuery(query);
  const [{ own, later }, setDecisions] = useDraftDecisions(office);
  const [isStale, setIsStale] = useState(false);
  const [keyOf] = useState(contentKeys);
  const ruled = useRulesChanged(office);
  const picked = list && {
    ...list,
    appointments: list.appointments.filter(({ appointment: { id } }) => !later.has(id)),
  };
  const chosen = picked && choicesFor(picked, "move", own);
  const settle = useMutation({
    mutationFn: (decisions: readonly Decision[]) => sendRuleChange(rulingIn(office), decisions, keyOf(decisions)),
    onSuccess: (changed: Changed, decisions) => {
      const settled = new Set(decisions.map(({ id }) => id));
      // At once, so that nobody decides about them again before the new list has come.
      queryClient.setQueryData(query.queryKey, (before) => before && without(before, settled));
      ruled(changed, `${consequences(t("workList.done", { count: settled.size }), changed, t)}.`);
      onSettled();
    },
    onError: async (failure) => {
      if (!proposalIn(failure)) return;
      await refetch();
      setIsStale(true);
    },
  });
  return {
    list,
    error,
    refetch,
    picked,
    chosen,
    counts: picked && chosen && countsOf(picked, chosen),
    choose: (id: string, choice: Choice) =>
      setDecisions((before) => ({ ...before, own: new Map(before.own).set(id, choice) })),
    picking: {
      isPicked: (id: string) => !later.has(id),
      pick: (ids: readonly string[], isPicked: boolean) =>
        setDecisions((before) => ({ ...before, later: withThese(before.later, ids, !isPicked) })),
    },
    isStale,
    failure: settle.error && !proposalIn(settle.error) ? sentenceOf(settle.error, t, t("shell.noAnswerForm")) : null,
    isPending: settle.isPending,
    /** Once; a second press while it runs is the same one */
    send: () => {
      if (settle.isPending || !picked || !chosen) return;
      setIsStale(false);
      settle.mutate(decisionsOf(picked, chosen));
    },
  };
}

export type WorkListState = ReturnType<typeof useWorkList>;

const rulingIn = (office: string) =>
  ({ office, method: "POST", path: "work-list", proposalPath: null, body: {} }) as const;

const without = (list: WorkList, settled: ReadonlySet<string>): WorkList => ({
  ...list,
  appointments: list.appointments.filter(({ appointment: { id } }) => !settled.has(id)),
});

const withThese = (set: ReadonlySet<string>, ids: readonly string[], isIn: boolean): ReadonlySet<string> =>
  new Set(isIn ? [...set, ...ids] : [...set].filter((id) => !ids.includes(id)));
