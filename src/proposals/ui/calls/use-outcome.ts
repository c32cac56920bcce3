import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiProblem, call as request } from "../../../kit/api.ts";
import { sentenceOf } from "../../../kit/failure.ts";
import { useText } from "../../../kit/text.tsx";
import type { Text } from "../../../text/text.ts";
import type { CallList, ListedCall } from "../../contract.ts";
import { callDaysQuery, callListQuery, officePath } from "../queries.ts";

/** The outcome of a call, written down at once; a colleague's earlier note is shown and not written over. */
export function useOutcome(office: string, date: string, call: ListedCall) {
  const t = useText();
  const queryClient = useQueryClient();
  const { queryKey } = callListQuery(office, date);
  const remember = (noted: ListedCall) => {
    queryClient.setQueryData(queryKey, (list) => list && withCall(list, noted));
    // An answer that is on its way was asked for before, and would take the note back.
    void queryClient.invalidateQueries({ queryKey });
  };
  const save = useMutation({
    // One after the other, each over the version that the one before it left.
    scope: { id: `call ${call.appointment.id}` },
    mutationFn: (outcome: ListedCall["outcome"]) => {
      const known = queryClient.getQueryData(queryKey);
      const { version } = known?.calls.find(({ appointment }) => appointment.id === call.appointment.id) ?? call;
      const path = officePath(office, `call-lists/${date}/${call.appointment.id}`);
      return request<ListedCall>(path, { method: "PATCH", body: { outcome }, version });
    },
    onSuccess: (noted) => {
      remember(noted);
      void queryClient.invalidateQueries({ queryKey: callDaysQuery(office).queryKey });
      // Whoever has agreed has lost no e-mail any more.
      for (const what of ["day", "mail-count"]) void queryClient.invalidateQueries({ queryKey: [what, office] });
    },
    onError: (error) => {
      const current = currentIn(error);
      if (current) remember(current);
    },
  });
  return {
    note: (outcome: ListedCall["outcome"]) => save.mutate(outcome),
    /** The clerk's own choice at once, until the server has answered */
    outcome: save.isPending ? save.variables : call.outcome,
    trouble: save.error && troubleWords(save.error, t),
  };
}

const currentIn = (error: unknown): ListedCall | null =>
  error instanceof ApiProblem && error.problem.status === 412 ? ((error.problem.current as ListedCall) ?? null) : null;

function troubleWords(error: Error, t: Text): string {
  const current = currentIn(error);
  if (!current) return sentenceOf(error, t, t("shell.noAnswerAct"));
  const outcome = t(`rules.outcome-${current.outcome}`);
  return current.notedBy
    ? t("rules.calls-stale", { by: current.notedBy, outcome })
    : t("rules.calls-stale-anon", { outcome });
}

const withCall = (list: CallList, noted: ListedCall): CallList => ({
  ...list,
  calls: list.calls.map((each) => (each.appointment.id === noted.appointment.id ? noted : each)),
});
