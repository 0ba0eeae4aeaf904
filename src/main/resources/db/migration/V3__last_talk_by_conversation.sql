-- What was the last talk with somebody is asked for by its conversation, too.
create index last_talk_conversation on last_talk (conversation_sid);
