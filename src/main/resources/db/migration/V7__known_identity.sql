-- Which customer a person without a number is: a keyed hash of the person's id on a channel, such
-- as a user id of WhatsApp, and the id of the customer.
create table known_identity (
  identity    varchar(64) primary key,
  customer_id varchar(256) not null,
  used_at     bigint not null
);
create index known_identity_used_at on known_identity (used_at);
