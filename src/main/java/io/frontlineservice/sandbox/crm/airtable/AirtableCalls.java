package io.frontlineservice.sandbox.crm.airtable;

import io.frontlineservice.sandbox.crm.CallWindow;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmRequest;
import io.frontlineservice.sandbox.crm.PretendCrm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.LongSupplier;

/**
 * The calls of Airtable's Web API that {@link PretendAirtable} answers, with their scopes
 * and the rate limit. Called by the server. Thread-safe.
 */
final class AirtableCalls implements PretendCrm {

	private static final int CALLS_PER_SECOND = 5;

	/** After too many calls, all are refused for that time. */
	private static final Duration PENALTY = Duration.ofSeconds(30);

	private static final String VERSION = "v0";

	private final Table table;

	private final LongSupplier nanoTime;

	private final Iterations iterations = new Iterations();

	private final Set<String> scopes = new CopyOnWriteArraySet<>(
			List.of(PretendAirtable.RECORDS_SCOPE, PretendAirtable.SCHEMA_SCOPE));

	private CallWindow calls;

	private long refusedUntil;

	AirtableCalls(Table table, LongSupplier nanoTime) {
		this.table = table;
		this.nanoTime = nanoTime;
		this.calls = window(CALLS_PER_SECOND);
		this.refusedUntil = nanoTime.getAsLong();
	}

	private CallWindow window(int number) {
		return new CallWindow(number, Duration.ofSeconds(1), this.nanoTime);
	}

	Table table() {
		return this.table;
	}

	void revoke(String scope) {
		this.scopes.remove(scope);
	}

	void grant(String scope) {
		this.scopes.add(scope);
	}

	synchronized void limit(int callsPerSecond) {
		this.calls = window(callsPerSecond);
		this.refusedUntil = this.nanoTime.getAsLong();
	}

	void endIterations() {
		this.iterations.end();
	}

	@Override
	public CrmReply answer(CrmRequest request) {
		try {
			return route(request);
		}
		catch (AirtableException ex) {
			return ex.reply();
		}
	}

	@Override
	public CrmReply rateLimited() {
		return AirtableException.limited().reply();
	}

	private CrmReply route(CrmRequest request) {
		if (!("Bearer " + PretendAirtable.ACCESS_TOKEN).equals(request.header("Authorization"))) {
			throw AirtableException.unauthorized();
		}
		requireCapacity();
		List<String> path = request.segments();
		if (request.method().equals("GET")
				&& path.equals(List.of(VERSION, "meta", "bases", PretendAirtable.BASE_ID, "tables"))) {
			requireScope(PretendAirtable.SCHEMA_SCOPE);
			return CrmReply.json(200, Map.of("tables", List.of(this.table.schema())));
		}
		if (path.size() != 4 || !path.get(0).equals(VERSION)) {
			throw AirtableException.notFound();
		}
		requireScope(PretendAirtable.RECORDS_SCOPE);
		if (!path.get(1).equals(PretendAirtable.BASE_ID)
				|| !Set.of(PretendAirtable.TABLE_ID, PretendAirtable.TABLE_NAME).contains(path.get(2))) {
			throw AirtableException.forbidden();
		}
		return switch (request.method()) {
			case "POST" -> list(request, path.get(3));
			case "GET" -> record(path.get(3));
			default -> throw AirtableException.notFound();
		};
	}

	private CrmReply list(CrmRequest request, String call) {
		if (!call.equals("listRecords")) {
			throw AirtableException.notFound();
		}
		return CrmReply.json(200, ListCall.read(request.json(), this.table).answer(this.iterations));
	}

	private CrmReply record(String id) {
		return CrmReply.json(200, this.table.find(id).orElseThrow(AirtableException::notFound).json(null, false));
	}

	private void requireScope(String scope) {
		if (!this.scopes.contains(scope)) {
			throw AirtableException.forbidden();
		}
	}

	private synchronized void requireCapacity() {
		long now = this.nanoTime.getAsLong();
		if (now - this.refusedUntil < 0) {
			throw AirtableException.limited();
		}
		if (!this.calls.take()) {
			this.refusedUntil = now + PENALTY.toNanos();
			throw AirtableException.limited();
		}
	}

}
