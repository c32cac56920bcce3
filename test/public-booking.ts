import type pg from "pg";

/** As if the ministry had opened booking to citizens in the whole country. In offices made from then on tests hold as many times as they like. */
export async function openToCitizens(owner: pg.Client): Promise<void> {
  await owner.query(
    "insert into public_booking (id, opened_at) values (gen_random_uuid(), now()) on conflict do nothing",
  );
}

/** How an office that said nothing gives its times to citizens */
export const TERMS_AT_FIRST = {
  leadMinutes: 60,
  horizonDays: 30,
  releaseTime: null,
  limit: 2,
  counterPercent: 20,
  heldPercent: 5,
  partnerPercent: 30,
  offerMinutes: 60,
  freedMinutes: 5,
  byPhone: false,
};
