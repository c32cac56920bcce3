import { lazyPart } from "./part.tsx";

/** The month's code comes when a calendar is opened. */
export const LazyDayCalendar = lazyPart(() => import("./day-calendar.tsx"), "DayCalendar");
