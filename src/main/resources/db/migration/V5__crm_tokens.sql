-- Tokens of a CRM whose refresh tokens rotate, one row for each authorization: a hash of the token
-- endpoint, the client and the first refresh token. The tokens are encrypted.
create table crm_token (
  family        varchar(64) primary key,
  access_token  text,
  refresh_token text,
  granted_at    bigint not null,
  expires_at    bigint,
  version       bigint not null
);
