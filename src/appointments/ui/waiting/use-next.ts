import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sentenceOf } from "../../../kit/failure.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import type { ServedVisit } from "../../../waiting/contract.ts";
import { visitName } from "./visit-name.ts";
import { postNext, postUndoNext, rememberVisit } from "./waiting-queries.ts";

interface Pressed {
  readonly queue: number;
  /** As it is on the screen */
  readonly served: readonly ServedVisit[];
  /** Of the clerk's choice */
  readonly starts?: { readonly id: string; readonly version: number };
}

/** «Επόμενος»: says who begins and whose visit ended, and offers to take both back at once. */
export function useNext(office: string) {
  const t = useText();
  const toast = useToasts();
  const queryClient = useQueryClient();
  const askAgain = () => {
    for (const what of ["day", "tickets"]) queryClient.invalidateQueries({ queryKey: [what, office] });
  };
  return useMutation({
    mutationFn: ({ queue, served, starts }: Pressed) =>
      postNext(office, queue, { ends: served.flatMap(seenOf), ...(starts && { starts }) }, crypto.randomUUID()),
    onSuccess: ({ id, ended, started }) => {
      for (const visit of [...ended, ...(started ? [started] : [])]) rememberVisit(queryClient, visit);
      const undo = async () => {
        await postUndoNext(office, id);
        askAgain();
        toast.show({ text: t("waiting.done-next-undo"), about: "next" });
      };
      toast.show({ text: sentenceFor(ended, started), about: "next", undo });
    },
    onError: (error) => {
      toast.show({ tone: "error", text: sentenceOf(error, t, t("shell.noAnswerAct")), about: "next" });
      askAgain();
    },
  });

  function sentenceFor(ended: readonly ServedVisit[], started: ServedVisit | null): string {
    const names = ended.map((visit) => visitName(visit, t)).join(", ");
    if (!started) return t("waiting.done-ended", { name: names });
    const name = visitName(started, t);
    return names ? t("waiting.done-both", { name, ended: names }) : t("waiting.done-start", { name });
  }
}

const seenOf = ({ appointment, ticket }: ServedVisit) => {
  const visit = appointment ?? ticket;
  return visit ? [{ id: visit.id, version: visit.version }] : [];
};
