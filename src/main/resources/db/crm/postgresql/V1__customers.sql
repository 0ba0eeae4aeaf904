-- One row for each customer. Texts that are compared have the collation "C", so they are
-- compared byte by byte in every database.
create table frontline_customer (
  customer_id  text collate "C" primary key,
  display_name text not null,
  sort_key     bytea not null,
  company      text,
  language     text,
  -- ISO 8601
  updated_at   text,
  -- owners, channels, links, e-mail addresses, details, avatar and attributes
  content      json not null,
  -- the owners as they are compared
  owners       text[] collate "C" not null,
  -- folded words, e-mail addresses and digits, separated by tabs
  search_text  text collate "C" not null,
  has_number   boolean not null,
  -- the import that wrote this row last
  import_id    bigint not null
);

-- The list of each owner in order, and that of all customers under the key ''. Has the
-- text to search for, unless it is long, so that a list is searched in its index alone.
create table frontline_customer_owner (
  owner_key   text collate "C" not null,
  sort_key    bytea not null,
  customer_id text collate "C" not null,
  short_text  text collate "C"
);

-- What a customer is found by when it writes: a number as it is compared, or = and a chat
-- identity.
create table frontline_customer_address (
  address_key text collate "C" not null,
  sort_key    bytea not null,
  customer_id text collate "C" not null
);

-- The imports of files, and how far they are.
create table frontline_import (
  import_id   bigint generated always as identity primary key,
  fingerprint varchar(64) not null,
  started_at  timestamp with time zone not null,
  finished_at timestamp with time zone,
  rows_done   bigint not null,
  rejected    bigint not null
);
