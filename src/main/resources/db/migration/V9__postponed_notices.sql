-- Addresses that are told another day what is new on a case: a sender gets one mail a day. An empty sender_key stands for each of the case.
create table postponed_notice (
    case_id    uuid                     not null references case_file,
    sender_key bytea                    not null,
    since      timestamp with time zone not null,
    primary key (case_id, sender_key)
);
create index postponed_notice_by_sender on postponed_notice (sender_key, since);

insert into postponed_notice (case_id, sender_key, since) select case_id, cast('' as bytea), since from postponed_ask;
drop table postponed_ask;

-- A coordination keeps the clock of the follow-up letter now: those that wait for it are computed again.
update case_file set clocked_by = null where id in (select case_id from referral where kind = 'COORDINATION')
    and id in (select case_id from deadline where clock = 'ISSUE' and state in ('RUNNING', 'PAUSED'));
