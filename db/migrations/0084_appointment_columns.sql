-- Of an appointment the application changes what people change. What it is and when it was made stays, and anonymous it becomes
-- by db/functions/anonymize.sql alone.
revoke update on appointment from visits_app;
grant update (queue, starts_at, ends_at, status, status_at, called_at, service, last_name, first_name, phone, email, party,
  business_name, business_afm, notes, channel, language, cancellation_reason, transferred_to, kept_by, version)
  on appointment to visits_app;

-- Both go by functions that look at their age (forget_answers, settle_searches), or by the owner.
revoke delete on idempotency_key, search_under_way from visits_app;
