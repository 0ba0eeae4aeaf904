package io.frontlineservice.crm;

import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmServer;
import io.frontlineservice.sandbox.crm.salesforce.PretendSalesforce;
import java.util.Map;

/** A pretend Salesforce. */
final class RemoteSalesforce extends RemoteCrm {

	private static final CrmReply NO_TOKEN = CrmReply.json(400, Map.of("error", "invalid_client"));

	private final PretendSalesforce pretend;

	private final Map<String, String> users;

	private final String nora;

	RemoteSalesforce() {
		this(new PretendSalesforce());
	}

	private RemoteSalesforce(PretendSalesforce pretend) {
		super(CrmServer.start(pretend, 0));
		this.pretend = pretend;
		this.users = Map.of(ADA, user(ADA), BEN, user(BEN));
		this.nora = contact("Nora", "Lind", NORAS_NUMBER, ADA);
		contact("Anna", "Zeller", "+14155550102", ADA);
		contact("Otto", "Frey", "+14155550103", BEN);
	}

	private String user(String username) {
		return this.pretend.org().insert("User", Map.of("LastName", username, "Username", username, "IsActive", true));
	}

	private String contact(String firstName, String lastName, String phone, String owner) {
		return this.pretend.org()
			.insert("Contact", Map.of("FirstName", firstName, "LastName", lastName, "MobilePhone", phone, "OwnerId",
					this.users.get(owner)));
	}

	@Override
	String nora() {
		return this.nora;
	}

	@Override
	String missing(int number) {
		return String.format("003%015d", 9_000_000 + number);
	}

	@Override
	void noraBelongsTo(String owner) {
		this.pretend.org().update(this.nora, Map.of("OwnerId", this.users.get(owner)));
	}

	@Override
	void revokeCredentials() {
		this.pretend.access().endSessions();
		server().faults().answer((request) -> request.path().endsWith("/token"), Integer.MAX_VALUE, NO_TOKEN);
	}

	@Override
	void removePermission() {
		this.pretend.org().hide("Contact", "MobilePhone");
	}

	@Override
	void returnPermission() {
		this.pretend.org().addFields("Contact", "MobilePhone");
	}

}
