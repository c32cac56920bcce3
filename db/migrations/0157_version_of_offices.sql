-- Pages that look at all offices ask first whether one has changed: of a thousand wide rows that is a quarter of what they cost
-- the database, of an index a twentieth.
-- squawk-ignore require-concurrent-index-creation
create index office_by_settings_version on office (settings_version);
