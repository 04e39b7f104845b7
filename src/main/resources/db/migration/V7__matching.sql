-- Which cases may be about one matter, and which are one. Columns named *_key hold the first 64 bits of keyed hashes (HMAC-SHA-256).

alter table case_file add column merged_into uuid references case_file;
create index case_file_by_merged_into on case_file (merged_into);

create table match_key (
    match_key bigint not null,
    case_id   uuid   not null, -- of case_file; a foreign key would cost a second index on H2
    primary key (match_key, case_id)
);

-- Of a key that too many cases share, how many more than those in match_key.
create table match_bucket (
    match_key bigint not null primary key,
    beyond    bigint not null
);

create table match_proposal (
    id          uuid                     not null primary key,
    case_a      uuid                     not null references case_file,
    case_b      uuid                     not null references case_file,
    score       int                      not null,
    reasons     varchar(200)             not null,
    because     varchar(400)             not null,
    state       varchar(10)              not null,
    proposed_at timestamp with time zone not null,
    decided_by  varchar(60),
    decided_at  timestamp with time zone,
    unique (case_a, case_b)
);
create index match_proposal_by_state on match_proposal (state, id);

create table mass_letter (
    id            uuid                     not null primary key,
    recognised_at timestamp with time zone not null
);

create table mass_letter_case (
    case_id     uuid                     not null primary key references case_file,
    mass_letter uuid                     not null references mass_letter,
    joined_at   timestamp with time zone not null
);
create index mass_letter_case_by_letter on mass_letter_case (mass_letter, joined_at);
