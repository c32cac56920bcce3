import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sentenceOf } from "../../../kit/failure.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import type { ServedVisit } from "../../../waiting/contract.ts";
import { visitName } from "./visit-name.ts";
import { postNext, postUndoNext, rememberVisit } from "./waiting-queries.ts";

interface Pressed {
  readonly queue: number;
  /** As it is on the screen: it ends */
  readonly served: readonly ServedVisit[];
  /** The same, but it goes on */
  readonly beside?: readonly ServedVisit[];
  /** Of the clerk's choice */
  readonly starts?: { readonly id: string; readonly version: number };
}

/** «Επόμενος»: says who begins and whose visit ended, and offers to take both back at once. */
export function useNext(office: string) {
  const t = useText();
  const toast = useToasts();
  const queryClient = useQueryClient();
  const askAgain = () => {
    for (const what of ["day", "tickets"]) void queryClient.invalidateQueries({ queryKey: [what, office] });
  };
  return useMutation({
    mutationFn: ({ queue, served, beside, starts }: Pressed) => {
      const ends = served.flatMap(seenOf);
      const body = { ends, ...(beside && { beside: beside.flatMap(seenOf) }), ...(starts && { starts }) };
      return postNext(office, queue, body, crypto.randomUUID());
    },
    onSuccess: ({ id, ended, started }, { beside }) => {
      for (const visit of [...ended, ...(started ? [started] : [])]) rememberVisit(queryClient, visit);
      const takeBack = async () => {
        await postUndoNext(office, id);
        askAgain();
        toast.show({ text: t("waiting.done-next-undo"), about: "next" });
      };
      toast.show({
        text: sentenceFor(ended, started, beside),
        about: "next",
        undo: { act: t("waiting.next"), run: takeBack },
      });
    },
    onError: (error) => {
      toast.show({ tone: "error", text: sentenceOf(error, t, t("shell.noAnswerAct")), about: "next" });
      askAgain();
    },
  });

  function sentenceFor(
    ended: readonly ServedVisit[],
    started: ServedVisit | null,
    beside: readonly ServedVisit[] = [],
  ): string {
    const names = namesOf(ended);
    if (!started) return t("waiting.done-ended", { name: names });
    const name = visitName(started, t);
    if (beside.length > 0) return t("waiting.done-beside", { name, beside: namesOf(beside) });
    return names ? t("waiting.done-both", { name, ended: names }) : t("waiting.done-start", { name });
  }

  function namesOf(visits: readonly ServedVisit[]): string {
    return visits.map((visit) => visitName(visit, t)).join(", ");
  }
}

const seenOf = ({ appointment, ticket }: ServedVisit) => {
  const visit = appointment ?? ticket;
  return visit ? [{ id: visit.id, version: visit.version }] : [];
};
