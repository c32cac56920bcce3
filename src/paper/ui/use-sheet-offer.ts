import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { sentenceOf } from "../../kit/failure.ts";
import { useAfterPage } from "../../kit/idle/after-page.ts";
import { useText } from "../../kit/text.tsx";
import { useToasts } from "../../kit/toasts.tsx";
import { putSheetOfferAway, sheetOfferQuery } from "./queries.ts";

interface SheetsOffered {
  readonly days: readonly string[];
  readonly putAway: () => void;
}

/** Until somebody has printed today's sheet it is offered, so that an outage finds it prepared. */
export function useSheetOffer(office: string): SheetsOffered {
  const t = useText();
  const toast = useToasts();
  const queryClient = useQueryClient();
  const { data } = useQuery({ ...sheetOfferQuery(office), enabled: useAfterPage() });
  const { mutate } = useMutation({
    mutationFn: () => putSheetOfferAway(office),
    onSuccess: (offer) => queryClient.setQueryData(sheetOfferQuery(office).queryKey, offer),
    onError: (error) => toast.show({ tone: "error", text: sentenceOf(error, t, t("shell.noAnswerAct")) }),
  });
  return { days: data?.days ?? [], putAway: mutate };
}
