import { useMutation, useQuery } from "@tanstack/react-query";
import { postPrint, printersQuery } from "../../../entrance/ui/queries.ts";
import { sentenceOf } from "../../../kit/failure.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import { spokenNumber } from "../../../waiting/number.ts";

/** The office's printers, once somebody looks what can be done with a number, and what prints it there. */
export function usePrintNumber(office: string, isLooking: boolean) {
  const t = useText();
  const toasts = useToasts();
  const { data } = useQuery({ ...printersQuery(office), enabled: isLooking });
  const printing = useMutation({
    mutationFn: ({ printer, visit, key }: { printer: string; visit: string; key: string }) =>
      postPrint(office, { printer, visit }, key),
    onSuccess: ({ number, printer }) =>
      toasts.show({ text: t("waiting.printing", { number: spokenNumber(number), printer }) }),
    onError: (error) => toasts.show({ tone: "error", text: sentenceOf(error, t, t("shell.noAnswerAct")) }),
  });
  return {
    printers: (isLooking && data?.printers) || [],
    print: (printer: string, visit: string): void => printing.mutate({ printer, visit, key: crypto.randomUUID() }),
  };
}
