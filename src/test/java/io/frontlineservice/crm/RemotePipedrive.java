package io.frontlineservice.crm;

import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.pipedrive.PretendPipedrive;
import java.util.List;
import java.util.Map;

/** A pretend Pipedrive without rate limits. */
final class RemotePipedrive extends RemoteCrm {

	private static final int NO_LIMIT = 100_000;

	private static final CrmReply UNAUTHORIZED = CrmReply.json(401,
			Map.of("success", false, "error", "unauthorized access", "errorCode", 401));

	private final PretendPipedrive pipedrive;

	RemotePipedrive() {
		this(PretendPipedrive.start(0));
	}

	private RemotePipedrive(PretendPipedrive pipedrive) {
		super(pipedrive.server());
		this.pipedrive = pipedrive;
		pipedrive.limits(NO_LIMIT, NO_LIMIT);
		pipedrive.tokensLeft(Long.MAX_VALUE);
		noraBelongsTo(ADA);
		put(1002, "Anna Zeller", "+14155550102", ADA);
		put(1003, "Otto Frey", "+14155550103", BEN);
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
		put(1001, "Nora Lind", NORAS_NUMBER, owner);
	}

	private void put(long id, String name, String phone, String owner) {
		this.pipedrive.account()
			.put(id, Map.of("name", name, "owner_id", this.pipedrive.account().user(owner), "phones",
					List.of(Map.of("value", phone, "primary", true, "label", "mobile"))));
	}

	@Override
	void revokeCredentials() {
		server().faults().answer((request) -> true, Integer.MAX_VALUE, UNAUTHORIZED);
	}

	@Override
	void removePermission() {
		this.pipedrive.permit(false);
	}

	@Override
	void returnPermission() {
		this.pipedrive.permit(true);
	}

}
