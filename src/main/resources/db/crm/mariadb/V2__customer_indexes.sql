create index frontline_customer_owner_customer on frontline_customer_owner (customer_id);
create index frontline_customer_address_customer on frontline_customer_address (customer_id);
create fulltext index frontline_customer_search on frontline_customer (pieces);
