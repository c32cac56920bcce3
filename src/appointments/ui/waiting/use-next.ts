import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sentenceOf } from "../../../kit/failure.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import type { Next, ServedVisit } from "../../../waiting/contract.ts";
import type { OutOfTurnReason } from "../../../waiting/turn-reasons.ts";
import { asksTurnReason } from "./line/turn-reason.ts";
import { visitName } from "./visit-name.ts";
import { postNext, postUndoNext, rememberVisit } from "./waiting-queries.ts";

interface Pressed {
  readonly queue: number;
  /** As it is on the screen: it ends */
  readonly served: readonly ServedVisit[];
  /** The same, but it goes on */
  readonly beside?: readonly ServedVisit[];
  /** Whom the counter called twice in vain: they are noted as gone */
  readonly absent?: readonly ServedVisit[];
  /** Of the clerk's choice */
  readonly starts?: ServedVisit;
  /** Why they are taken before others */
  readonly reason?: OutOfTurnReason;
}

/** «Επόμενος»: says who is called or begins and whose visit ended, and offers to take it back at once. */
export function useNext(office: string) {
  const t = useText();
  const toast = useToasts();
  const queryClient = useQueryClient();
  const askAgain = () => {
    for (const what of ["day", "tickets"]) void queryClient.invalidateQueries({ queryKey: [what, office] });
  };
  const next = useMutation({
    mutationFn: ({ queue, served, beside, absent, starts, reason }: Pressed) => {
      const chosen = starts && seenOf(starts)[0];
      const body = {
        ends: served.flatMap(seenOf),
        ...(beside && { beside: beside.flatMap(seenOf) }),
        ...(absent && { leaves: absent.flatMap(seenOf) }),
        ...(chosen && { starts: chosen }),
        ...(reason && { reason }),
      };
      return postNext(office, queue, body, crypto.randomUUID());
    },
    onSuccess: (done, { beside }) => {
      for (const visit of changedBy(done)) rememberVisit(queryClient, visit);
      const takeBack = async () => {
        await postUndoNext(office, done.id);
        askAgain();
        toast.show({ text: t("waiting.done-next-undo"), about: done.id });
      };
      toast.show({
        text: sentenceFor(done, beside),
        about: done.id,
        undo: { act: t("waiting.next"), run: takeBack },
      });
    },
    onError: (error, pressed) => {
      askAgain();
      const { starts } = pressed;
      if (
        starts &&
        asksTurnReason(error, { name: visitName(starts, t), take: (reason) => next.mutate({ ...pressed, reason }) })
      )
        return;
      toast.show({ tone: "error", text: sentenceOf(error, t, t("shell.noAnswerAct")), about: "next" });
    },
  });
  return next;

  function sentenceFor({ ended, left, started, called }: Next, beside: readonly ServedVisit[] = []): string {
    const over = ended.length > 0 ? t("waiting.done-also-ended", { names: namesOf(ended) }) : "";
    const gone = left.length > 0 ? t("waiting.done-also-left", { names: namesOf(left) }) : "";
    const alongside = beside.length > 0 ? t("waiting.done-also-beside", { names: namesOf(beside) }) : "";
    const who = called ? t("waiting.done-called", { name: visitName(called, t) }) : startOf(started);
    return [who, alongside, over, gone].filter(Boolean).join(" ");
  }

  function startOf(started: ServedVisit | null): string {
    return started ? t("waiting.done-start", { name: visitName(started, t) }) : "";
  }

  function namesOf(visits: readonly ServedVisit[]): string {
    return visits.map((visit) => visitName(visit, t)).join(", ");
  }
}

const changedBy = ({ ended, left, started, called }: Next): ServedVisit[] =>
  [...ended, ...left, started, called].filter((visit) => visit !== null);

const seenOf = ({ appointment, ticket }: ServedVisit) => {
  const visit = appointment ?? ticket;
  return visit ? [{ id: visit.id, version: visit.version }] : [];
};
