-- Looked at apart from where they were added: appointments are written meanwhile.
alter table appointment validate constraint appointment_behalf_check;
alter table appointment validate constraint appointment_matter_check;
alter table appointment validate constraint appointment_anonymous_behalf_check;

-- What to bring, line by line: for whom each holds, and as what it is brought. What stood there as text holds for everybody, and
-- nobody has said of it as what; Greek and English lines go together in their order, as they were read.
alter table service add column to_bring jsonb not null default '[]';
update service set to_bring = (
  select coalesce(jsonb_agg(jsonb_build_object('greek', greek, 'english', english, 'mark', null,
      'cases', '["self", "minor", "proxy", "business"]'::jsonb) order by at), '[]')
  from (
    select least(coalesce(el.at, en.at), (select count(*) from regexp_split_to_table(bring, '\r?\n') as line where trim(line) <> '')) as at,
      max(el.words) as greek, string_agg(en.words, '; ' order by en.at) as english
    from (select row_number() over (order by nr) as at, translate(trim(words), '|[]', '/()') as words
        from regexp_split_to_table(bring, '\r?\n') with ordinality as line (words, nr) where trim(words) <> '') as el
      full join (select row_number() over (order by nr) as at, translate(trim(words), '|[]', '/()') as words
        from regexp_split_to_table(bring_en, '\r?\n') with ordinality as line (words, nr) where trim(words) <> '') as en on en.at = el.at
    group by 1) as lines
  where greek is not null)
where bring is not null;
-- A few dozen rows, which this transaction has just written.
-- squawk-ignore constraint-missing-not-valid
alter table service add constraint service_to_bring_check check (
  jsonb_typeof(to_bring) = 'array' and jsonb_array_length(to_bring) <= 200 and length(to_bring::text) <= 60000
  and jsonb_array_length(to_bring) = jsonb_array_length(jsonb_path_query_array(to_bring, '$[*] ? (
    @.greek.type() == "string" && @.greek != ""
    && (@.english == null || @.english.type() == "string" && @.english != "")
    && (@.mark == null || @.mark == "original" || @.mark == "print" || @.mark == "found")
    && @.cases.type() == "array" && @.cases.size() > 0
    && !exists(@.cases[*] ? (@.type() != "string" || !(@ == "self" || @ == "minor" || @ == "proxy" || @ == "business"))))')));
comment on column service.to_bring is 'What to bring: [{greek, english, mark, cases}], in the order in which it is read; mark null: nobody has said as what';

-- Words in other languages belong to the Greek ones, which are a line by now.
insert into translation (greek, language, words, is_checked)
  select distinct on (line.greek, language) line.greek, language, trim(words_line), is_checked
  from (
    select language, is_checked, string_to_array(greek, E'\n') as greek_lines, string_to_array(words, E'\n') as words_lines
    from translation where greek in (select bring from service)) as lines,
    unnest(greek_lines, words_lines) as each_line (greek_line, words_line),
    lateral (select translate(trim(rtrim(greek_line, E'\r')), '|[]', '/()')) as line (greek)
  where cardinality(greek_lines) = cardinality(words_lines) and line.greek <> '' and trim(words_line) <> ''
  on conflict do nothing;
-- The release before still reads and writes them; they go with the one that follows.
comment on column service.bring is 'Of the release before: not read any more, see to_bring';
comment on column service.bring_en is 'Of the release before: not read any more, see to_bring';
