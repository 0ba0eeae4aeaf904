-- Conversations that Twilio knew and does not know now: since when, and when it was last asked.
create table missing_conversation (
  sid           varchar(34) primary key,
  missing_since bigint not null,
  checked_at    bigint not null
);
