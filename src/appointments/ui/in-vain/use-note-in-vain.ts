import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { InVain, InVainOfDay, InVainRequest } from "../../../in-vain/contract.ts";
import { sentenceOf } from "../../../kit/failure.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import { deleteInVain, inVainQuery, putInVain } from "./in-vain-queries.ts";
import type { VisitInQuestion } from "./visit-in-question.ts";

/** What was noted of a visit, and the ways to note it and to take it back; the message offers the latter at once. */
export function useNoteInVain({ id, office, date, name }: VisitInQuestion) {
  const t = useText();
  const toast = useToasts();
  const queryClient = useQueryClient();
  const query = inVainQuery(office, date);
  const { data } = useQuery(query);
  const noted = data?.visits.find(({ visit }) => visit === id);
  const remember = (after: InVain) => {
    queryClient.setQueryData<InVainOfDay>(
      query.queryKey,
      (day) => day && { ...day, visits: [...day.visits.filter(({ visit }) => visit !== id), after] },
    );
    void queryClient.invalidateQueries({ queryKey: query.queryKey });
  };
  const takeBack = async (version: number) => {
    remember(await deleteInVain(office, id, version));
    toast.show({ text: t("inVain.undone", { name }), about: `in-vain ${id}` });
  };
  const noting = useMutation({
    mutationFn: (body: InVainRequest) => putInVain(office, id, noted?.version ?? 0, body),
    onSuccess: (after) => {
      remember(after);
      toast.show({
        text: t("inVain.done", { name }),
        about: `in-vain ${id}`,
        undo: { act: t("inVain.act"), run: () => takeBack(after.version) },
      });
    },
    onError: (error) => {
      toast.show({ tone: "error", text: sentenceOf(error, t, t("shell.noAnswerAct")), about: `in-vain ${id}` });
      void queryClient.invalidateQueries({ queryKey: query.queryKey });
    },
  });
  return {
    /** As it stands; null: not in vain, as far as anybody said */
    noted: noted && noted.reason !== null ? noted : null,
    isPending: noting.isPending,
    /** @param onDone only once the server has it: until then what was chosen stays */
    note: (body: InVainRequest, onDone: () => void): void => noting.mutate(body, { onSuccess: onDone }),
  };
}
