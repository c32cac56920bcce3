import pg from "pg";
import { APP_ROLE } from "../database/migrate.ts";

export const CONNECT_MS = 5_000;

/** A connection that announces. @param name by which others see it */
export const announcingClient = (url: string, name?: string): pg.Client =>
  new pg.Client({
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: CONNECT_MS,
    keepAlive: true,
    pipeline: true,
    // What it says need not reach the disk, and must hold the lock of all who notify no longer than it takes to write it.
    options: `-c synchronous_commit=off -c role=${APP_ROLE}`,
  });
