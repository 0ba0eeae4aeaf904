package io.frontlineservice.crm.jdbc.own;

/** The tables of {@link ContactTables} and the queries of their operator. */
final class ContactSql {

	static final String POSTGRES_SCHEMA = """
			create extension pg_trgm;
			create table contacts (id text collate "C" primary key, full_name text not null, company text, email text);
			create table contact_owners (contact_id text collate "C", owner text);
			create table contact_numbers (contact_id text collate "C", kind text, number text);
			create index on contacts (full_name, id);
			create index on contact_owners (contact_id);
			create index on contact_numbers (contact_id);
			create index on contact_numbers (number, kind);
			""";

	private static final String POSTGRES_SELECT = """
			select c.id as customer_id, c.full_name as display_name, c.company, c.email,
			  (select array_agg(o.owner) from contact_owners o where o.contact_id = c.id) as worker,
			  (select array_agg(n.number) from contact_numbers n where n.contact_id = c.id and n.kind = 'sms') as phone,
			  (select array_agg(n.number) from contact_numbers n where n.contact_id = c.id and n.kind = 'whatsapp')
			    as whatsapp,
			  (select array_agg(n.number) from contact_numbers n where n.contact_id = c.id and n.kind = 'chat') as chat
			from contacts c
			where true
			""";

	private static final String PAGE = """
			[[and exists (select 1 from contact_owners o where o.contact_id = c.id and lower(o.owner) in (:workers))]]
			%s
			[[and (c.full_name, c.id) > (:after_name, :after_id)]]
			order by c.full_name, c.id
			limit :limit
			""";

	private static final String POSTGRES_WORDS = """
			[[and (c.full_name ilike :word_start or c.full_name ilike '% ' || :word_start or c.email ilike :word_within
			  or exists (select 1 from contact_numbers n where n.contact_id = c.id and n.number like :digits_within))]]
			""";

	private static final String ADDRESS = """
			[[and exists (select 1 from contact_numbers n where n.contact_id = c.id and n.number in (:phones))]]
			[[and exists (select 1 from contact_numbers n where n.contact_id = c.id and n.number = :chat)]]
			order by c.full_name, c.id
			limit :limit
			""";

	static final Queries POSTGRES = new Queries(POSTGRES_SELECT + PAGE.formatted(""),
			POSTGRES_SELECT + PAGE.formatted(POSTGRES_WORDS), POSTGRES_SELECT + "and c.id = :id",
			POSTGRES_SELECT + ADDRESS, "select count(*) from contacts");

	static final String MARIADB_SCHEMA = """
			create table contacts (id varchar(255) collate utf8mb4_bin primary key, full_name varchar(500) not null,
			  company varchar(500), email varchar(500));
			create table contact_owners (contact_id varchar(255) collate utf8mb4_bin, owner varchar(255));
			create table contact_numbers (contact_id varchar(255) collate utf8mb4_bin, kind varchar(20),
			  number varchar(255) collate utf8mb4_bin);
			create index by_name on contacts (full_name, id);
			create index by_contact on contact_owners (contact_id);
			create index by_contact on contact_numbers (contact_id);
			create index by_number on contact_numbers (number, kind);
			""";

	private static final String MARIADB_SELECT = POSTGRES_SELECT.replace("array_agg(", "json_arrayagg(");

	private static final String MARIADB_PAGE = PAGE.replace("lower(o.owner)", "o.owner")
		.replace("(c.full_name, c.id) > (:after_name, :after_id)",
				"(c.full_name > :after_name or (c.full_name = :after_name and c.id > :after_id))");

	private static final String MARIADB_WORDS = POSTGRES_WORDS.replace("ilike", "like")
		.replace("'% ' || :word_start", "concat('% ', :word_start)");

	static final Queries MARIADB = new Queries(MARIADB_SELECT + MARIADB_PAGE.formatted(""),
			MARIADB_SELECT + MARIADB_PAGE.formatted(MARIADB_WORDS), MARIADB_SELECT + "and c.id = :id",
			MARIADB_SELECT + ADDRESS, "select count(*) from contacts");

	private ContactSql() {
	}

}
