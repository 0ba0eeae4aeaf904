-- Opt-outs and opt-ins, as they were learned: never changed except to add what was unknown, and
-- never removed with the data of conversations. The address, the customer's id and our address are
-- keyed hashes. The key of an event is the same when it is learned again.
create table opt_out_event (
  event_key       varchar(120) primary key,
  participant_sid varchar(34),
  address         varchar(64),
  customer        varchar(64),
  sender          varchar(64),
  channel         varchar(20) not null,
  opted_out       int not null,
  how             varchar(20) not null,
  word            varchar(60),
  message_sid     varchar(34),
  happened_at     bigint not null,
  stored_at       bigint not null
);
create index opt_out_event_address on opt_out_event (address);
create index opt_out_event_customer on opt_out_event (customer);
create index opt_out_event_participant on opt_out_event (participant_sid);
create index opt_out_event_stored on opt_out_event (stored_at, event_key);

-- The participants to whom workers may not write because of a field of the CRM.
create table consent_refusal (
  conversation_sid varchar(34) not null,
  participant_sid  varchar(34) not null,
  reason           varchar(20) not null,
  primary key (conversation_sid, participant_sid)
);
