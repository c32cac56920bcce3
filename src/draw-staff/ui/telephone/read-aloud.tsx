import type { OpenDraw } from "../../../draws/contract.ts";
import { weekdayAndDate } from "../../../kit/dates.ts";
import type { Texts } from "../../../kit/form/typing.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { dayAndTime, partWords } from "../draw-words.ts";
import { telephoneWishIn } from "./wish-choice.ts";

interface ReadAloudProps {
  readonly draw: OpenDraw;
  readonly values: Texts;
}

/** The wish in one sentence, for whoever said it to hear whether it is what they meant. */
export function ReadAloud({ draw, values }: ReadAloudProps) {
  const t = useText();
  const { language } = useLanguage();
  const { dayParts, offices, others } = telephoneWishIn(values);
  const when = dayParts.map(({ date, part }) => `${weekdayAndDate(date, language)} ${partWords(part, t)}`).join(", ");
  const named = (code: string) => draw.offices.find((office) => office.code === code)?.name ?? code;
  const where = offices.map(named).join(` ${t("drawDesk.aloud-or")} `);
  const isWhole = dayParts.length > 0 && offices.length > 0;
  const rest = others ? t("drawDesk.aloud-others") : "";
  return (
    <div className="draw-aloud">
      <b>{t("drawDesk.read-aloud")}</b>
      <p>
        {isWhole
          ? t("drawDesk.aloud", { when, where, others: rest, ...dayAndTime(draw.closesAt, language) })
          : t("drawDesk.aloud-empty")}
      </p>
    </div>
  );
}
