-- Appointments are found by more than before: words of one name written together, what stands beside an apostrophe, and the
-- beginnings of telephone numbers and of a business's ΑΦΜ. The program writes what is missing after it has started, office by
-- office, beside its work (src/appointments/names/fill-words.ts); what is there already stays.
insert into words_missing (office_id)
select id from office where exists (select from appointment where office_id = office.id)
on conflict (office_id) do update set after = default;

comment on column appointment_word.word is 'As src/appointments/names/search-words.ts writes it';
