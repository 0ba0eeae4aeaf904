package io.frontlineservice.crm;

import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmServer;
import io.frontlineservice.sandbox.crm.dataverse.PretendDataverse;
import java.util.Map;

/** A pretend Dataverse, with Microsoft Entra on the same server. */
final class RemoteDataverse extends RemoteCrm {

	private static final CrmReply NO_TOKEN = CrmReply.json(401, Map.of("error", "invalid_client"));

	private static final int NO_LIMIT = 1_000_000;

	private final PretendDataverse pretend;

	private final Map<String, String> users;

	private final String nora;

	RemoteDataverse() {
		this(new PretendDataverse());
	}

	private RemoteDataverse(PretendDataverse pretend) {
		super(CrmServer.start(pretend, 0));
		this.pretend = pretend;
		pretend.limit(NO_LIMIT);
		this.users = Map.of(ADA, pretend.tables().user(ADA), BEN, pretend.tables().user(BEN));
		this.nora = contact("Nora", "Lind", NORAS_NUMBER, ADA);
		contact("Anna", "Zeller", "+14155550102", ADA);
		contact("Otto", "Frey", "+14155550103", BEN);
	}

	private String contact(String firstName, String lastName, String phone, String owner) {
		return this.pretend.tables()
			.insert("contact", Map.of("firstname", firstName, "lastname", lastName, "mobilephone", phone,
					"_ownerid_value", this.users.get(owner)));
	}

	@Override
	String nora() {
		return this.nora;
	}

	@Override
	String missing(int number) {
		return String.format("00000000-0000-4000-8000-%012d", number);
	}

	@Override
	void noraBelongsTo(String owner) {
		this.pretend.tables().update("contact", this.nora, Map.of("_ownerid_value", this.users.get(owner)));
	}

	@Override
	void revokeCredentials() {
		this.pretend.access().endTokens();
		server().faults().answer((request) -> request.path().endsWith("/token"), Integer.MAX_VALUE, NO_TOKEN);
	}

	@Override
	void removePermission() {
		this.pretend.callers().revoke("prvReadContact");
	}

	@Override
	void returnPermission() {
		this.pretend.callers().restore();
	}

}
