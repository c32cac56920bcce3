import type { ReferralState } from "../../words/contract.ts";

/** What people call it first, in Greek: it has no name of its own. */
export const referralName = ({ code, words }: Pick<ReferralState, "code" | "words">): string => words.el?.[0] ?? code;
