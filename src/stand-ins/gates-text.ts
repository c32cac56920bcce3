import { textIn } from "../text/text.ts";
import { GATE_NAMES, type Gate } from "./people.ts";
import "../text/server.ts";

const t = textIn("el");

/** «Χειριστής, ΚΕΠ ΝΕΑΣ ΑΥΓΗΣ (ΚΕΠ/9901) · …» */
export const gatesText = (gates: readonly Gate[]): string => gates.map(gateText).join(" · ") || t("standIn.nobody");

const gateText = ({ gateId, role }: Gate): string =>
  `${t(`standIn.${role}`)}, ${GATE_NAMES[gateId] ?? gateId} (${gateId})`;
