import type pg from "pg";

/** As if the ministry had opened booking to citizens in the whole country. */
export const openToCitizens = (owner: pg.Client) =>
  owner.query("insert into public_booking (id, opened_at) values (gen_random_uuid(), now()) on conflict do nothing");
