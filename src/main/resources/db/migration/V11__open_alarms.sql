-- Alarms that nobody has seen to; how each came and went stands in the journal. No personal data.
create table open_alarm (
    case_id     uuid                     not null references case_file,
    alarm       varchar(20)              not null,
    role        varchar(20), -- who is told; null: raised before anybody was
    delivery_id uuid,        -- of delivery; null: the role has no address
    since       timestamp with time zone not null,
    primary key (case_id, alarm)
);
create index open_alarm_by_since on open_alarm (since);

-- Which alarm it was is sealed, but its row of the table, which had one version, is not.
insert into open_alarm (case_id, alarm, since)
select case_id,
       case when because like '% line 2: %' then 'SELF_HARM' when because like '% line 3: %' then 'EMERGENCY' else 'THREAT' end,
       min(at)
from journal where event = 'AlarmRaised' group by 1, 2;
