-- What is known of each conversation. SIDs, identities of workers, ids of customers; never
-- a name, and numbers as keyed hashes alone.
create table conversation (
  sid              varchar(34) primary key,
  seen_at          bigint not null,
  routing_asked_at bigint,
  routing_supposed boolean not null,
  settled_at       bigint,
  staffed          boolean not null,
  worker           varchar(256),
  closed           boolean not null
);
create index conversation_seen_at on conversation (seen_at);

-- Who was to take a conversation and why, one row for each attempt.
create table routing_decision (
  conversation_sid varchar(34) not null,
  attempt          int not null,
  asked_at         bigint not null,
  decided_at       bigint not null,
  worker           varchar(256),
  rule             varchar(40),
  explanation      varchar(4000) not null,
  failure          varchar(200),
  primary key (conversation_sid, attempt)
);

-- Which worker is in an open conversation with which customer.
create table visibility_grant (
  conversation_sid varchar(34) not null,
  worker           varchar(256) not null,
  customer_id      varchar(256) not null,
  primary key (conversation_sid, worker, customer_id)
);
create index visibility_grant_customer on visibility_grant (customer_id, worker);

-- Who was last in a conversation with somebody: a keyed hash of a number or a customer's id.
create table last_talk (
  person           varchar(64) primary key,
  worker           varchar(256) not null,
  conversation_sid varchar(34) not null,
  talked_at        bigint not null
);

-- When a worker of a pool was last given a conversation.
create table worker_turn (
  worker   varchar(256) primary key,
  taken_at bigint not null
);

-- Up to which moment conversations have been looked for.
create table sweep (
  name     varchar(40) primary key,
  swept_to bigint not null
);
