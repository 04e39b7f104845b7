-- Cases whose writer is to be asked another day for what is missing: a sender gets one mail a day.
create table postponed_ask (
    case_id uuid                     not null primary key references case_file,
    since   timestamp with time zone not null
);
