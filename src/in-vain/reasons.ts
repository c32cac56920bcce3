/** Why a visit was in vain: a paper was missing, it is done elsewhere, or nobody need have come. Browser-safe. */
export const IN_VAIN_REASONS = ["paper", "elsewhere", "needless"] as const;
export type InVainReason = (typeof IN_VAIN_REASONS)[number];
