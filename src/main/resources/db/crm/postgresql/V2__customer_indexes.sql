create unique index frontline_customer_owner_list on frontline_customer_owner (owner_key, sort_key, customer_id)
  include (short_text);
create index frontline_customer_owner_customer on frontline_customer_owner (customer_id);
create unique index frontline_customer_address_key on frontline_customer_address (address_key, sort_key, customer_id);
create index frontline_customer_address_customer on frontline_customer_address (customer_id);
create index frontline_customer_search on frontline_customer using gin (owners, search_text gin_trgm_ops);
