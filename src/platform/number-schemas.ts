import { z } from "zod";

/** What an integer of PostgreSQL holds: a larger number is a request that does not fit, and never an error of the database. */
export const LEAST_INTEGER = -2_147_483_648;
export const LARGEST_INTEGER = 2_147_483_647;

/** Of which a rule says what is wrong with it: so its fractions and its own bounds are no matter of the contract */
export const ruledNumber = z.number().min(LEAST_INTEGER).max(LARGEST_INTEGER);
