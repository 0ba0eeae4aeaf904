-- What became of each message for each participant, as Twilio's delivery receipts say. SIDs only.
create table delivery (
  message_sid      varchar(34) not null,
  participant_sid  varchar(34) not null,
  conversation_sid varchar(34) not null,
  status           varchar(20) not null,
  progress         int not null,
  error_code       int not null,
  created_at       bigint not null,
  updated_at       bigint not null,
  primary key (message_sid, participant_sid)
);
create index delivery_participant on delivery (participant_sid, created_at);
create index delivery_progress on delivery (progress, created_at);
create index delivery_updated_at on delivery (updated_at);

-- Which content sends a message that was offered to a worker: keyed hashes of the worker with the
-- text and of the customer's id, and where the values of the variables are in the text. No text.
create table offered_template (
  message     varchar(64) not null,
  customer    varchar(64) not null,
  content_sid varchar(34) not null,
  variables   varchar(4000) not null,
  offered_at  bigint not null,
  primary key (message, customer)
);
create index offered_template_offered_at on offered_template (offered_at);

-- Messages to be sent as content. The values of the variables are encrypted, and removed when it is sent.
create table content_message (
  subject          varchar(64) primary key,
  conversation_sid varchar(34) not null,
  worker           varchar(256) not null,
  content_sid      varchar(34) not null,
  variables        text,
  mark             varchar(64) not null,
  state            varchar(20) not null,
  message_sid      varchar(34),
  requested_at     bigint not null
);
create index content_message_requested_at on content_message (requested_at);
