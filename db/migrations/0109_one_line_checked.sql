-- Looked at apart from where they were added: all of them are written meanwhile.
alter table office validate constraint office_line_slack_minutes_check;
alter table office validate constraint office_recall_minutes_check;
alter table appointment validate constraint appointment_counter_fkey;
alter table ticket_event validate constraint ticket_event_kind_check;
alter table ticket validate constraint ticket_letter_check;
alter table entrance_screen validate constraint entrance_screen_kind_check;
