import { textIn } from "../../src/text/text.ts";
import { GATE_NAMES, type StandInGate } from "./people.ts";
import "../../src/text/server.ts";

const t = textIn("el");

/** «Χειριστής, ΚΕΠ ΝΕΑΣ ΑΥΓΗΣ (ΚΕΠ/9901) · …» */
export const gatesText = (gates: readonly StandInGate[]): string =>
  gates.map(gateText).join(" · ") || t("standIn.nobody");

const gateText = ({ gateId, role }: StandInGate): string =>
  `${t(`standIn.${role}`)}, ${GATE_NAMES[gateId] ?? gateId} (${gateId})`;
