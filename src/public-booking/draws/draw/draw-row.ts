import { ADDRESS } from "../../frame/address.ts";
import type { Row } from "../../frame/parts.ts";
import type { PageReader } from "../../frame/reader.ts";

/**
 * The way to the draws of a service, wherever its times are chosen. It says nothing that changes by the hour, for the pages on which
 * it stands are kept for a while.
 */
export const drawRow = (service: string, { t, path }: PageReader): Row => ({
  address: path(ADDRESS.draws(service)),
  label: t("draw.row"),
  small: t("draw.row-small"),
});
