alter table draw add column need_in_vain integer not null default 0 check (need_in_vain >= 0);
comment on column draw.need_in_vain is 'How many showed a deadline when no place was left for one: of no office, and of nobody';
