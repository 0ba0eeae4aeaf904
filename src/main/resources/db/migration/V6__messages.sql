-- The keys of the hashes of people below, encrypted by each accepted auth token. The newest is in use.
create table person_key (
  generation int primary key,
  encrypted  varchar(1000) not null,
  created_at bigint not null
);

-- The participants of conversations who are not workers: keyed hashes of the address, of the
-- customer's id and of our address that they write to; and when they last wrote.
create table known_participant (
  conversation_sid varchar(34) not null,
  participant_sid  varchar(34) not null,
  channel          varchar(20) not null,
  address          varchar(64),
  customer         varchar(64),
  sender           varchar(64),
  last_inbound_at  bigint,
  seen_at          bigint not null,
  primary key (conversation_sid, participant_sid)
);
create index known_participant_address on known_participant (address);
create index known_participant_customer on known_participant (customer);
