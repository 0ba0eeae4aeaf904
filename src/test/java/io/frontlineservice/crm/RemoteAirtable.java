package io.frontlineservice.crm;

import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.airtable.FieldType;
import io.frontlineservice.sandbox.crm.airtable.PretendAirtable;
import io.frontlineservice.sandbox.crm.airtable.Table;
import java.util.Map;

/** A pretend Airtable without a rate limit. */
final class RemoteAirtable extends RemoteCrm {

	private static final CrmReply UNAUTHORIZED = CrmReply.json(401,
			Map.of("error", Map.of("type", "AUTHENTICATION_REQUIRED", "message", "Authentication required")));

	private final PretendAirtable base;

	RemoteAirtable() {
		this(PretendAirtable.start(0));
	}

	private RemoteAirtable(PretendAirtable base) {
		super(base.server());
		this.base = base;
		base.limit(100_000);
		base.table()
			.define("Name", FieldType.TEXT)
			.define("Owner", FieldType.TEXT)
			.define("Phone", FieldType.PHONE)
			.define("Email", FieldType.EMAIL);
		noraBelongsTo(ADA);
		put(1002, "Anna Zeller", "+14155550102", ADA);
		put(1003, "Otto Frey", "+14155550103", BEN);
	}

	@Override
	String nora() {
		return Table.id(1001);
	}

	@Override
	String missing(int number) {
		return Table.id(2000L + number);
	}

	@Override
	void noraBelongsTo(String owner) {
		put(1001, "Nora Lind", NORAS_NUMBER, owner);
	}

	private void put(int number, String name, String phone, String owner) {
		this.base.table().put(number, Map.of("Name", name, "Phone", phone, "Owner", owner));
	}

	@Override
	void revokeCredentials() {
		server().faults().answer((request) -> true, Integer.MAX_VALUE, UNAUTHORIZED);
	}

	@Override
	void removePermission() {
		this.base.revoke(PretendAirtable.RECORDS_SCOPE);
	}

	@Override
	void returnPermission() {
		this.base.grant(PretendAirtable.RECORDS_SCOPE);
	}

}
