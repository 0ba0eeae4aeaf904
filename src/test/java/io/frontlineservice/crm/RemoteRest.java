package io.frontlineservice.crm;

import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmServer;
import io.frontlineservice.sandbox.crm.contract.PretendCustomersApi;
import java.util.List;
import java.util.Map;

/** A pretend server of a company with the API of this project. */
final class RemoteRest extends RemoteCrm {

	private final PretendCustomersApi pretend;

	RemoteRest() {
		this(new PretendCustomersApi());
	}

	private RemoteRest(PretendCustomersApi pretend) {
		super(CrmServer.start(pretend, 0));
		this.pretend = pretend;
		noraBelongsTo(ADA);
		put("1002", "Anna Zeller", "+14155550102", ADA);
		put("1003", "Otto Frey", "+14155550103", BEN);
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
		put(nora(), "Nora Lind", NORAS_NUMBER, owner);
	}

	private void put(String id, String name, String phone, String owner) {
		this.pretend.customers()
			.put(Map.of("customer_id", id, "display_name", name, "worker", owner, "channels",
					List.of(Map.of("type", "sms", "value", phone))));
	}

	@Override
	void revokeCredentials() {
		answer(401, "unauthorized");
	}

	@Override
	void removePermission() {
		answer(403, "forbidden");
	}

	private void answer(int status, String code) {
		server().faults()
			.answer((request) -> true, Integer.MAX_VALUE,
					CrmReply.json(status, Map.of("error", Map.of("code", code, "message", code))));
	}

	/** The faults of the server have ended. */
	@Override
	void returnPermission() {
	}

}
