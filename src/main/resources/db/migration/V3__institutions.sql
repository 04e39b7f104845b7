-- The institutions that LAPOR! knows: every list that became the present one, and what was refused. No personal data.

create table institution_version (
    id        uuid                     not null primary key,
    loaded_at timestamp with time zone not null,
    entries   int                      not null,
    added     int                      not null,
    renamed   int                      not null,
    gone      int                      not null,
    state     varchar(10)              not null,
    reason    varchar(200)
);
create index institution_version_by_state on institution_version (state, loaded_at);

create table institution (
    version uuid         not null references institution_version,
    id      varchar(40)  not null,
    name    varchar(400) not null,
    primary key (version, id)
);
