import { isWithheld, type PublishedRecord } from "./draw-record.ts";

/** How many wishes a file has, and how many were drawn; without wishes it tells how many have a place now. Browser-safe. */
export const countsOfRecord = (record: PublishedRecord): { readonly wishes: number; readonly drawn: number } =>
  isWithheld(record)
    ? { wishes: record.hashes.length, drawn: record.held.length }
    : { wishes: record.wishes.length, drawn: record.allotments.length };
