import type { PageReader } from "../../public-booking/frame/reader.ts";

export const waitingWords = (count: number, { t }: PageReader): string =>
  count === 0 ? t("entrance.waiting-none") : t("entrance.waiting", { count });
