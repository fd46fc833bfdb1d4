
create trigger ledger_entries_no_update before update on ledger_entries referencing old row as old_row for each row
  signal sqlstate '45000' set message_text = 'ledger_entries is append-only';
create trigger ledger_entries_no_delete before delete on ledger_entries referencing old row as old_row for each row
  signal sqlstate '45000' set message_text = 'ledger_entries is append-only';
create trigger audit_records_no_update before update on audit_records referencing old row as old_row for each row
  signal sqlstate '45000' set message_text = 'audit_records is append-only';
create trigger audit_records_no_delete before delete on audit_records referencing old row as old_row for each row
  signal sqlstate '45000' set message_text = 'audit_records is append-only';
