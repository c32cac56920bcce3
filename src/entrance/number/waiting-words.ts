import type { PageReader } from "../../public-booking/frame/reader.ts";
import type { FullDay } from "./room.ts";

export const waitingWords = (count: number, { t }: PageReader): string =>
  count === 0 ? t("entrance.waiting-none") : t("entrance.waiting", { count });

/** Why no number is given any more, and what can be done instead: on a screen and on paper. */
export const fullDayWords = ({ until }: FullDay, waiting: number, reader: PageReader) => {
  const { t } = reader;
  return {
    title: t("entrance.full"),
    why:
      until === null
        ? t("entrance.full-closed")
        : `${waitingWords(waiting, reader)} ${t("entrance.full-text", { time: until })}`,
    ways: [
      { drawing: "calendar", name: t("entrance.full-book"), text: t("entrance.full-book-text") },
      { drawing: "screen", name: t("entrance.full-online"), text: t("entrance.full-online-text") },
      { drawing: "info", name: t("entrance.full-urgent"), text: t("entrance.full-urgent-text") },
    ] as const,
    noted: t("entrance.full-noted"),
    onPhone: t("entrance.full-qr"),
  };
};
