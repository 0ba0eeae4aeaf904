-- One row for each customer. Texts that are compared are compared byte by byte.
create table frontline_customer (
  customer_id  varchar(256) not null primary key,
  display_name varchar(256) not null,
  sort_key     varbinary(1100) not null,
  company      varchar(256),
  language     varchar(256),
  -- ISO 8601
  updated_at   varchar(40),
  -- owners, channels, links, e-mail addresses, details, avatar and attributes, as JSON
  content      longtext not null,
  -- folded words, e-mail addresses and digits, separated by tabs
  search_text  longtext not null,
  -- pieces of the search text, as words that a full-text index accepts
  pieces       longtext character set ascii not null,
  has_number   boolean not null,
  -- the import that wrote this row last
  import_id    bigint not null
) engine = innodb default character set = utf8mb4 collate = utf8mb4_nopad_bin;

-- The list of each owner in order, and that of all customers under the key ''. Has the
-- text to search for, unless it is long.
create table frontline_customer_owner (
  owner_key   varchar(200) not null,
  sort_key    varbinary(1100) not null,
  customer_id varchar(256) not null,
  short_text  varchar(2000),
  primary key (owner_key, sort_key, customer_id)
) engine = innodb default character set = utf8mb4 collate = utf8mb4_nopad_bin;

-- What a customer is found by when it writes: a number as it is compared, or = and a chat
-- identity.
create table frontline_customer_address (
  address_key varchar(200) not null,
  sort_key    varbinary(1100) not null,
  customer_id varchar(256) not null,
  primary key (address_key, sort_key, customer_id)
) engine = innodb default character set = utf8mb4 collate = utf8mb4_nopad_bin;

-- The imports of files, and how far they are.
create table frontline_import (
  import_id   bigint not null auto_increment primary key,
  fingerprint varchar(64) not null,
  started_at  datetime(6) not null,
  finished_at datetime(6),
  rows_done   bigint not null,
  rejected    bigint not null
) engine = innodb default character set = utf8mb4 collate = utf8mb4_nopad_bin;
