/** How the ministry is shown counts of networks. Browser-safe. */

/** The last of them, up to yesterday: a day is counted when it is over */
export const NETWORK_DAYS = 28;

/** Counts of one to so many are not told apart. */
export const FEW_NETWORKS = 4;
