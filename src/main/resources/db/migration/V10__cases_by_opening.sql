-- The evaluation report reads the cases that were opened in a period.
create index case_file_by_opening on case_file (opened_at, id);
