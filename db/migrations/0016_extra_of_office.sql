-- Extra hours too may be of the whole office (queue null): every queue serves in them that is active then.
alter table exception drop constraint exception_check1;
