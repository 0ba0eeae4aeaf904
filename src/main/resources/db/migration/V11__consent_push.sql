-- Opt-outs and opt-ins that are to be sent to Twilio's Consent API. The number is encrypted; the row is removed when
-- Twilio has accepted it.
create table consent_push (
  event_key    varchar(120) primary key,
  person       varchar(64) not null,
  number       text not null,
  requested_at bigint not null
);
create index consent_push_person on consent_push (person);
create index consent_push_requested_at on consent_push (requested_at);
