import { createHmac } from "node:crypto";

/**
 * The key of a place that a printer puts on paper. It is made of the device's own key, which is stored nowhere, and of what is
 * printed: the same whenever that is asked for again, after a restart too, and to be guessed by nobody who reads the database.
 */
export const printedPlaceKey = (deviceKey: string, occasion: "number" | "print", id: string): string =>
  createHmac("sha256", deviceKey).update(`${occasion} ${id}`).digest("base64url");
