import { ADDRESS } from "./address.ts";
import { canSignIn, type SessionWays } from "./deps.ts";
import type { Row } from "./parts.ts";
import type { PageReader } from "./reader.ts";

/** To «Τα ραντεβού μου», among other ways on; nothing where nobody can sign in. */
export const ownVisitsRow = (ways: SessionWays, { t, path }: PageReader): readonly Row[] =>
  canSignIn(ways)
    ? [
        {
          address: path(ADDRESS.mine()),
          label: t("mine.title"),
          small: t(ways.wallet === "number" ? "mine.small-ways" : "mine.small"),
        },
      ]
    : [];
