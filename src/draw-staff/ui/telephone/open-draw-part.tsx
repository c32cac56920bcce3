import type { OpenDraw } from "../../../draws/contract.ts";
import { shortDate } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { dayAndTime } from "../draw-words.ts";
import { NeedPart } from "./need-part.tsx";
import { TelephoneWishForm } from "./wish-form.tsx";

interface OpenDrawPartProps {
  readonly office: string;
  readonly draw: OpenDraw;
}

/** A draw that takes wishes: the form for them, and the way to a place for whoever has a deadline. */
export function OpenDrawPart({ office, draw }: OpenDrawPartProps) {
  const t = useText();
  const { language } = useLanguage();
  const { number, service, firstDay, lastDay, closesAt } = draw;
  const name = language === "en" ? service.nameEn : service.name;
  const heading = `wish-${number}`;
  const days = { first: shortDate(firstDay, language), last: shortDate(lastDay, language) };
  return (
    <section className="draws__sheet sheet" aria-labelledby={heading}>
      <h2 id={heading}>{t("drawDesk.for-days", { service: name, ...days })}</h2>
      <p>
        <b>{t("drawDesk.instead")}</b>{" "}
        <span className="hint">{t("drawDesk.until", { number, ...dayAndTime(closesAt, language) })}</span>
      </p>
      <NeedPart office={office} draw={draw} />
      {draw.mostPeople === 0 ? (
        <p className="note">{t("drawDesk.no-telephone")}</p>
      ) : (
        <TelephoneWishForm office={office} draw={draw} />
      )}
    </section>
  );
}
