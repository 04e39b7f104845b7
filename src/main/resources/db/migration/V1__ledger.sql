-- Runs on PostgreSQL 15 and later and on H2 2.4 in PostgreSQL mode. Columns named sealed_* hold AES-256-GCM of their text under the
-- data key of the case; columns named *_key hold keyed hashes (HMAC-SHA-256), so that personal data can be found but not read.

create table case_file (
    id         uuid                     not null primary key,
    number     varchar(21)              not null unique,
    state      varchar(24)              not null,
    version    int                      not null,
    head       bytea                    not null,
    opened_at  timestamp with time zone not null,
    changed_at timestamp with time zone not null
);
create index case_file_by_state on case_file (state);

create table case_counter (
    opened_in int not null primary key,
    latest    int not null
);

create table case_key (
    case_id    uuid        not null primary key references case_file,
    master     varchar(40) not null,
    sealed_key bytea       not null
);

create table journal (
    case_id      uuid                     not null references case_file,
    seq          int                      not null,
    event        varchar(40)              not null,
    at           timestamp with time zone not null,
    actor        varchar(60)              not null,
    because      varchar(400)             not null,
    sealed_facts bytea                    not null,
    previous     bytea                    not null,
    hash         bytea                    not null,
    primary key (case_id, seq)
);

create table submission (
    id               uuid                     not null primary key,
    case_id          uuid                     not null references case_file,
    feed             varchar(60)              not null,
    source           varchar(20)              not null,
    reference_key    bytea                    not null,
    version          int                      not null,
    version_key      bytea                    not null,
    channel          varchar(10)              not null,
    received_at      timestamp with time zone not null,
    changed_at       timestamp with time zone,
    stored_at        timestamp with time zone not null,
    deleted_at       timestamp with time zone,
    sealed_record    bytea                    not null,
    sealed_complaint bytea                    not null,
    unique (reference_key, version)
);
create index submission_by_feed on submission (feed);
create index submission_by_case on submission (case_id, stored_at);

-- Other names of a case's records, and fingerprints of what was sent: who comes with one belongs to the case.
create table case_name (
    name_key bytea not null primary key,
    case_id  uuid  not null references case_file
);
create index case_name_by_case on case_name (case_id);

create table correspondence (
    id            uuid                     not null primary key,
    case_id       uuid                     references case_file,
    feed          varchar(60)              not null,
    kind          varchar(20)              not null,
    because       varchar(400)             not null,
    message_key   bytea                    not null unique,
    master        varchar(40),
    sealed_key    bytea,
    sealed_record bytea                    not null,
    stored_at     timestamp with time zone not null
);
create index correspondence_by_case on correspondence (case_id);

-- One acknowledgement a sender and day (WIB).
create table acknowledgement (
    sender_key bytea not null,
    sent_on    date  not null,
    primary key (sender_key, sent_on)
);

create table attachment (
    submission_id uuid        not null references submission,
    position      int         not null,
    address       varchar(43) not null,
    primary key (submission_id, position)
);
create index attachment_by_address on attachment (address);

create table parked (
    id            uuid                     not null primary key,
    feed          varchar(60)              not null,
    mapping       varchar(100)             not null,
    reason        varchar(400)             not null,
    content_key   bytea                    not null unique,
    master        varchar(40)              not null,
    sealed_key    bytea                    not null,
    sealed_record bytea                    not null,
    state         varchar(10)              not null,
    parked_at     timestamp with time zone not null,
    settled_at    timestamp with time zone
);
create index parked_by_state on parked (state, feed);

create table feed_position (
    feed         varchar(60)  not null primary key,
    position     varchar(200),
    succeeded_at timestamp with time zone,
    failed_at    timestamp with time zone,
    failure      varchar(200)
);

create table referral (
    id         uuid                     not null primary key,
    case_id    uuid                     not null references case_file,
    agency     varchar(40)              not null,
    kind       varchar(10)              not null,
    state      varchar(15)              not null,
    issued_at  timestamp with time zone not null,
    changed_at timestamp with time zone not null
);
create index referral_by_case on referral (case_id);
create index referral_by_agency on referral (agency, state);

create table status_update (
    agency      varchar(40)              not null,
    update_key  bytea                    not null,
    referral_id uuid                     not null references referral,
    stored_at   timestamp with time zone not null,
    primary key (agency, update_key)
);

create table delivery (
    id              uuid                     not null primary key,
    seq             bigint generated by default as identity not null unique,
    case_id         uuid                     not null references case_file,
    referral_id     uuid                     references referral,
    destination     varchar(60)              not null,
    kind            varchar(20)              not null,
    state           varchar(10)              not null,
    sealed_payload  bytea                    not null,
    attempts        int                      not null,
    next_attempt_at timestamp with time zone not null,
    lease           uuid,
    leased_until    timestamp with time zone,
    reason          varchar(200),
    created_at      timestamp with time zone not null,
    settled_at      timestamp with time zone
);
create index delivery_due on delivery (state, destination, next_attempt_at, leased_until);
create index delivery_order on delivery (case_id, destination, seq);

create table attempt (
    delivery_id uuid                     not null references delivery,
    number      int                      not null,
    at          timestamp with time zone not null,
    duration_ms int                      not null,
    outcome     varchar(10)              not null,
    reason      varchar(200),
    primary key (delivery_id, number)
);
