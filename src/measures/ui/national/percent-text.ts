import { writtenNumber } from "../../../platform/text/written-number.ts";
import type { Language } from "../../../text/text.ts";

/** 81 %, 81,4 %. @param share from 0 to 1 */
export const percentText = (share: number, language: Language, digits = 0): string =>
  `${writtenNumber(share * 100, language, { minimumFractionDigits: digits, maximumFractionDigits: digits })}\u00a0%`;
