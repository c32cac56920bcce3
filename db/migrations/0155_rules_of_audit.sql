-- What changed the rules of an office is a few rows among all that was seen and done there in years: whoever asks when
-- something was changed reads those alone. The acts are RULE_ACTS of src/audit/acts.ts and the office's settings; statements
-- that are to be answered by it name their acts in words, not by a parameter.
-- squawk-ignore require-concurrent-index-creation
create index audit_entry_of_rules on audit_entry (office_id, at) where act = any (array[
  'queue-added', 'queue-changed', 'queue-activated', 'queue-deactivated', 'queue-published', 'queue-hidden', 'queue-made-default',
  'queue-archived', 'hours-changed', 'employee-swapped', 'exception-added', 'exception-changed', 'exception-removed',
  'work-list-settled', 'rules-undone', 'settings-changed']);
