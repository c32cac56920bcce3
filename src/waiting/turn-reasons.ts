/** Why somebody is called before others who are due earlier; none of them is about health. Browser-safe, without the contract's schemas. */
export const OUT_OF_TURN_REASONS = ["need", "continuation", "only-here", "language", "statutory"] as const;
export type OutOfTurnReason = (typeof OUT_OF_TURN_REASONS)[number];
