package io.frontlineservice.crm;

import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.hubspot.PretendHubSpot;
import java.util.Map;

/** A pretend HubSpot without rate limits. */
final class RemoteHubSpot extends RemoteCrm {

	private static final int NO_LIMIT = 100_000;

	private static final CrmReply UNAUTHORIZED = CrmReply.json(401,
			Map.of("status", "error", "category", "INVALID_AUTHENTICATION"));

	private final PretendHubSpot account;

	RemoteHubSpot() {
		this(PretendHubSpot.start(0));
	}

	private RemoteHubSpot(PretendHubSpot account) {
		super(account.server());
		this.account = account;
		account.limits(NO_LIMIT, NO_LIMIT);
		noraBelongsTo(ADA);
		put("1002", "Anna", "Zeller", "+14155550102", ADA);
		put("1003", "Otto", "Frey", "+14155550103", BEN);
	}

	@Override
	String nora() {
		return "1001";
	}

	@Override
	String missing(int number) {
		return String.valueOf(2000 + number);
	}

	@Override
	void noraBelongsTo(String owner) {
		put(nora(), "Nora", "Lind", NORAS_NUMBER, owner);
	}

	private void put(String id, String firstName, String lastName, String phone, String owner) {
		this.account.contacts()
			.put(Long.parseLong(id), Map.of("firstname", firstName, "lastname", lastName, "phone", phone,
					"hubspot_owner_id", String.valueOf(this.account.owners().idOf(owner))));
	}

	@Override
	void revokeCredentials() {
		server().faults().answer((request) -> true, Integer.MAX_VALUE, UNAUTHORIZED);
	}

	@Override
	void removePermission() {
		this.account.revoke(PretendHubSpot.CONTACTS_SCOPE);
	}

	@Override
	void returnPermission() {
		this.account.grant(PretendHubSpot.CONTACTS_SCOPE);
	}

}
