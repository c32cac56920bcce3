import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { relativeDay } from "../../kit/dates.ts";
import { sentenceOf } from "../../kit/failure.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { useToasts } from "../../kit/toasts.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { Icon } from "../../kit/ui/icon.tsx";
import { daySheetAddress } from "../address.ts";
import { PrintLink } from "./print-link.tsx";
import { putSheetOfferAway, sheetOfferQuery } from "./queries.ts";
import "./sheet-offer.css";

/** Until somebody has printed today's sheet: it is offered, so that an outage finds it prepared. */
export function SheetsToPrint({ office, today }: { office: string; today: string }) {
  const t = useText();
  const { language } = useLanguage();
  const { data } = useQuery(sheetOfferQuery(office));
  const putAway = usePutAway(office);
  if (!data || data.days.length === 0) return null;
  return (
    <section className="sheet-offer" aria-label={t("plan.printOfferName")}>
      <Icon name="print" />
      <p title={t("plan.printOffer")}>
        <span className="sheet-offer__words">{t("plan.printOffer")} </span>
        {data.days.map((date, index) => (
          <span key={date}>
            {index > 0 && " · "}
            <PrintLink address={daySheetAddress(office, date, { language })}>
              {capitalized(relativeDay(date, today, language))}
            </PrintLink>
          </span>
        ))}
      </p>
      <Button look="ghost" size="small" isIcon aria-label={t("plan.printOfferAway")} onClick={() => putAway.mutate()}>
        <Icon name="close" />
      </Button>
    </section>
  );
}

function usePutAway(office: string) {
  const queryClient = useQueryClient();
  const t = useText();
  const toast = useToasts();
  return useMutation({
    mutationFn: () => putSheetOfferAway(office),
    onSuccess: (offer) => queryClient.setQueryData(sheetOfferQuery(office).queryKey, offer),
    onError: (error) => toast.show({ tone: "error", text: sentenceOf(error, t, t("shell.noAnswerAct")) }),
  });
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
