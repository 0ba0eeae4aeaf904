package io.frontlineservice.sandbox.crm.airtable;

import io.frontlineservice.sandbox.crm.CrmServer;

/**
 * A base of Airtable with one table, of the sandbox and of tests: it answers the calls
 * that the adapter makes. Thread-safe.
 *
 * @see <a href="https://airtable.com/developers/web/api/introduction">Web API</a>
 */
public final class PretendAirtable implements AutoCloseable {

	/** The personal access token that the base accepts. */
	public static final String ACCESS_TOKEN = "patPretend0000000.pretend";

	/** The id of the base. */
	public static final String BASE_ID = "appPretend0000001";

	/** The id of the table. */
	public static final String TABLE_ID = "tblPretend0000001";

	/** The name of the table. */
	public static final String TABLE_NAME = "Our customers";

	/** Lets a token read records. */
	public static final String RECORDS_SCOPE = "data.records:read";

	/** Lets a token read which fields there are. */
	public static final String SCHEMA_SCOPE = "schema.bases:read";

	private final AirtableCalls calls = new AirtableCalls(new Table(), System::nanoTime);

	private final CrmServer server;

	private PretendAirtable(int port) {
		this.server = CrmServer.start(this.calls, port);
	}

	/** Starts a base with Airtable's limits on a port; 0 for any free port. */
	public static PretendAirtable start(int port) {
		return new PretendAirtable(port);
	}

	/** Returns the table, to change it. */
	public Table table() {
		return this.calls.table();
	}

	/** Returns the server, with the requests and the faults. */
	public CrmServer server() {
		return this.server;
	}

	/** Takes a scope from the token. */
	public void revoke(String scope) {
		this.calls.revoke(scope);
	}

	/** Gives a scope to the token. */
	public void grant(String scope) {
		this.calls.grant(scope);
	}

	/** Changes the limit, for tests that are about something else. */
	public void limit(int callsPerSecond) {
		this.calls.limit(callsPerSecond);
	}

	/** Ends all iterations, as Airtable does after a while, and when it restarts. */
	public void endIterations() {
		this.calls.endIterations();
	}

	@Override
	public void close() {
		this.server.close();
	}

}
