import { PARTS_OF_DAY } from "../../appointments/parts-of-day.ts";

/** Which part of the day a time is in: 0 morning, 1 noon, 2 afternoon. Browser-safe. @param time "09:30" */
export const partAt = (time: string): number => PARTS_OF_DAY.findIndex(({ to }) => time < to);
