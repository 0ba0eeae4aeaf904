-- Where a participant of a conversation may be, for quiet hours: the country or the state of the US,
-- and the time zones, separated by commas.
create table participant_place (
  conversation_sid varchar(34) not null,
  participant_sid  varchar(34) not null,
  region           varchar(10),
  zones            varchar(4000) not null,
  primary key (conversation_sid, participant_sid)
);
