import { useState } from "react";
import type { QueuesOfOffice, ServiceOfOffice } from "../../../draws/contract.ts";
import { numericDate } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Message } from "../../../kit/ui/message.tsx";
import { DrawPart } from "./draw-part.tsx";
import { EndDialog } from "./end-dialog.tsx";
import { NoShowsBesideDraws } from "./no-shows.tsx";
import { PlacesDialog } from "./places-dialog.tsx";

interface ServiceDrawsProps {
  readonly office: string;
  readonly service: ServiceOfOffice;
  readonly queues: QueuesOfOffice;
}

/** One service: what the office gives of it, and its draws, the one that goes on first. */
export function ServiceDraws({ office, service, queues }: ServiceDrawsProps) {
  const t = useText();
  const { language } = useLanguage();
  const [asks, setAsks] = useState<"places" | "end" | null>(null);
  const name = language === "en" ? service.nameEn : service.name;
  const { own, noShows, draws } = service;
  const heading = `draws-${service.code}`;
  const close = () => setAsks(null);
  return (
    <section className="draws" aria-labelledby={heading}>
      <h2 id={heading}>{name}</h2>
      {own.queue === null ? (
        <Message title={t("drawDesk.needed-title")} text={t("drawDesk.needed")}>
          <Button look="primary" onClick={() => setAsks("places")}>
            {t("drawDesk.give")}
          </Button>
        </Message>
      ) : (
        <div className="group">
          <p>{t("drawDesk.since", { date: own.since ? numericDate(own.since.slice(0, 10)) : "", queue: own.queue })}</p>
          <Button look="primary" onClick={() => setAsks("places")}>
            {t("drawDesk.change")}
          </Button>
          <Button onClick={() => setAsks("end")}>{t("drawDesk.end")}</Button>
        </div>
      )}
      <NoShowsBesideDraws noShows={noShows} />
      <div className="draws__pair">
        {draws.map((draw) => (
          <DrawPart key={draw.number} office={office} draw={draw} />
        ))}
      </div>
      {asks === "places" && <PlacesDialog {...{ office, service, queues, name }} onClose={close} />}
      {asks === "end" && <EndDialog {...{ office, service, name }} onClose={close} />}
    </section>
  );
}
