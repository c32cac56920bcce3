import { type Interval, instantOf } from "../platform/time.ts";

/** What a ruling concerns: the appointments in a time, of all offices (null) or a region's; or those of a service. */
export type Extent = TimeExtent | { readonly service: string };

export interface TimeExtent {
  readonly region: string | null;
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

export const extentOf = ({ from, to }: Interval, region: string | null = null): TimeExtent => ({
  region,
  from: instantOf(from),
  to: instantOf(to),
});
