import { ADDRESS } from "../frame/address.ts";
import type { Row } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import type { NamedService } from "../office-sql.ts";

/** Where no time can be had: the way to be written to. */
export const wishRow = (office: string, { code }: Pick<NamedService, "code">, { t, path }: PageReader): Row => ({
  address: path(ADDRESS.notify(office, code)),
  label: t("visit.notify"),
  small: t("visit.notify-small"),
});
