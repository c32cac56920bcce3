/**
 * Whoever sells appointments books in advance, and hands a time over by cancelling it and booking it for the buyer. Of one
 * network on one day: so many bookings, and so many of them, and such a part of all, in an office and for a service of which
 * that network had cancelled one before. Many people behind one address book much and seldom do that.
 */
export const RESALE = { bookings: 10, again: 5, againPercent: 33 } as const;
